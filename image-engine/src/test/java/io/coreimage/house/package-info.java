/** Tests of the house itself: who knows whom, and what the engine must not touch. */
@NullMarked
package io.coreimage.house;

import org.jspecify.annotations.NullMarked;
