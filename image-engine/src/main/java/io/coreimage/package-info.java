/** The front door: what can be asked of the engine, with immutable requests and results. Nobody inside uses it. */
@NullMarked
package io.coreimage;

import org.jspecify.annotations.NullMarked;
