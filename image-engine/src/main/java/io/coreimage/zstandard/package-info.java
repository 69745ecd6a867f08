/** The Zstandard format in plain Java, compressing only. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.zstandard;

import org.jspecify.annotations.NullMarked;
