/** The ext4 file system: planned from a tree of files, read, and checked. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.filesystem.ext4;

import org.jspecify.annotations.NullMarked;
