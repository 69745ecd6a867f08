/** What leaves the house: images in other forms, digests and records. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.delivery;

import org.jspecify.annotations.NullMarked;
