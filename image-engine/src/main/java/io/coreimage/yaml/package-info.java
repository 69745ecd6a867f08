/** YAML as plain texts with their lines, bounded against hostile files. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.yaml;

import org.jspecify.annotations.NullMarked;
