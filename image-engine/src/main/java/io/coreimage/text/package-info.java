/** Text for people. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.text;

import org.jspecify.annotations.NullMarked;
