/** What a goal saw when it last succeeded, so that the next build can tell that nothing changed without doing the work. */
@NullMarked
package io.coreimage.evidence;

import org.jspecify.annotations.NullMarked;
