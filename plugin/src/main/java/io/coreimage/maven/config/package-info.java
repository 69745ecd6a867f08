/** What stands in a POM's configuration, as engine values. */
@NullMarked
package io.coreimage.maven.config;

import org.jspecify.annotations.NullMarked;
