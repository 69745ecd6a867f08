/** Maven's world as engine values: the log, settings.xml, the environment, the build's time, and failures on the way back. */
@NullMarked
package io.coreimage.maven.support;

import org.jspecify.annotations.NullMarked;
