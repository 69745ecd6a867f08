/**
 * Assertions: signed statements made of headers and a body; read, written, signed, checked by the rules of their type,
 * and trusted or not. Nothing is {@code null} unless marked.
 */
@NullMarked
package io.coreimage.assertion;

import org.jspecify.annotations.NullMarked;
