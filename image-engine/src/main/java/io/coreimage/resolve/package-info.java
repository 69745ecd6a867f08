/**
 * The choice: from a model and the user's wishes to exactly the snaps and assertions of an image, and the lock that
 * keeps them. Nothing is {@code null} unless marked.
 */
@NullMarked
package io.coreimage.resolve;

import org.jspecify.annotations.NullMarked;
