package io.coreimage.model;

import java.util.Map;
import java.util.Optional;

/** What kind of value a header has. */
sealed interface Shape {

    /** Return what it is called in a sentence. */
    String noun();

    /** Return this, or what else than a text it may be. */
    default Shape structure() {
        return this;
    }

    /** Return whether it may be a text. */
    default boolean takesText() {
        return false;
    }

    /** Return the shape of the items, where it may be a list. */
    default Optional<Shape> item() {
        return Optional.empty();
    }

    /** A text and nothing else. */
    record Text() implements Shape {

        @Override
        public String noun() {
            return "a text";
        }

        @Override
        public boolean takesText() {
            return true;
        }
    }

    /**
     * Values of one shape.
     * @param each the shape
     */
    record ListOf(Shape each) implements Shape {

        @Override
        public String noun() {
            return "a list";
        }

        @Override
        public Optional<Shape> item() {
            return Optional.of(each);
        }
    }

    /**
     * Values with known names.
     * @param fields their shapes
     */
    record Fields(Map<String, Shape> fields) implements Shape {

        @Override
        public String noun() {
            return "a map";
        }
    }

    /**
     * Values of one shape under free names.
     * @param value the shape
     */
    record MapOf(Shape value) implements Shape {

        @Override
        public String noun() {
            return "a map";
        }
    }

    /**
     * A text, or something else.
     * @param other the other shape
     */
    record Either(Shape other) implements Shape {

        @Override
        public String noun() {
            return "a text or " + other.noun();
        }

        @Override
        public Shape structure() {
            return other;
        }

        @Override
        public boolean takesText() {
            return true;
        }

        @Override
        public Optional<Shape> item() {
            return other.item();
        }
    }

    /** A text, a list or a map: what other assertions have in their headers. */
    record Anything() implements Shape {

        @Override
        public String noun() {
            return "anything";
        }

        @Override
        public boolean takesText() {
            return true;
        }

        @Override
        public Optional<Shape> item() {
            return Optional.of(this);
        }
    }
}
