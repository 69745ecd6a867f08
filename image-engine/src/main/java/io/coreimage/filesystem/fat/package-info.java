/** The FAT file system in its three sizes: planned from a tree, read, checked. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.filesystem.fat;

import org.jspecify.annotations.NullMarked;
