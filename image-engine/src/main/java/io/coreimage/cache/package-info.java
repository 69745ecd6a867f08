/** Files by their digest, kept in a folder that threads, processes and killed builds share. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.cache;

import org.jspecify.annotations.NullMarked;
