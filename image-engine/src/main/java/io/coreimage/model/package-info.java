/** A model as its author writes it — JSON, YAML, a tree of a POM — to the headers that are signed. Nothing is {@code null}. */
@NullMarked
package io.coreimage.model;

import org.jspecify.annotations.NullMarked;
