/** What the tests of both modules share: foreign judges, servers, keys and tiny snaps. Nothing is {@code null} unless marked. */
@NullMarked
package io.coreimage.testkit;

import org.jspecify.annotations.NullMarked;
