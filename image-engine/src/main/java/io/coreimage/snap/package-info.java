/**
 * Snaps by themselves: their names, channels, revisions and architectures, and what a {@code .snap} file says about
 * itself. Nothing is {@code null} unless marked.
 */
@NullMarked
package io.coreimage.snap;

import org.jspecify.annotations.NullMarked;
