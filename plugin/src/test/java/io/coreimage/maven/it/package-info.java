/** The plugin in a Maven of its own, started as a user starts it, and what the scripts of {@code src/it} have in common. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.maven.it;

import org.jspecify.annotations.NullMarked;
