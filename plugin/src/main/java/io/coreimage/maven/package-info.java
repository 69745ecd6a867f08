/** One thin mojo per goal: parameters, a request to the engine, and what becomes of its result. */
@NullMarked
package io.coreimage.maven;

import org.jspecify.annotations.NullMarked;
