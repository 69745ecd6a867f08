/** Bytes and what is said about them: sources, sizes, digests, ids derived from content, trees of files. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.bytes;

import org.jspecify.annotations.NullMarked;
