/** Where snaps and assertions come from: the Snap Store, a proxy of it, a folder, a bundle; and who may ask. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.store;

import org.jspecify.annotations.NullMarked;
