/** What can go wrong, one type for each different reaction of the caller. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.problem;

import org.jspecify.annotations.NullMarked;
