/** From a model and its chosen snaps to images on a disk; reads like the table of contents. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.assemble;

import org.jspecify.annotations.NullMarked;
