/**
 * Seeds: from chosen snaps and assertions to the tree of files that a device installs itself from at its first boot.
 * Nothing is {@code null} unless marked.
 */
@NullMarked
package io.coreimage.seed;

import org.jspecify.annotations.NullMarked;
