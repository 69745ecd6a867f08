/**
 * gadget.yaml: what it says, what it must not say, and where its volumes put every byte. Nothing is {@code null} unless
 * marked.
 */
@NullMarked
package io.coreimage.gadget;

import org.jspecify.annotations.NullMarked;
