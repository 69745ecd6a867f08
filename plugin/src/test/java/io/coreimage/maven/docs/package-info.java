/** Holds the pages for users to what they say: their commands run, their files are read, their sentences are real. */
@NullMarked
package io.coreimage.maven.docs;

import org.jspecify.annotations.NullMarked;
