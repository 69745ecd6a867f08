/** Squashfs 4.0, the format of snaps: read any, write one as {@code snap pack} does. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.squashfs;

import org.jspecify.annotations.NullMarked;
