/** A disk as a value: sorted extents, and the one writer that carries them out. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.disk;

import org.jspecify.annotations.NullMarked;
