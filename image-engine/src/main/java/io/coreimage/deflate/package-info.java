/** Deflate in plain Java, whose bytes are the same with every JDK. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.deflate;

import org.jspecify.annotations.NullMarked;
