package io.coreimage.model;

import java.util.List;

/** A value as it stands in a file, with its place; what it should have been is judged later. */
sealed interface Node {

    /** Return where it stands, such as {@code line 7}. */
    String place();

    /**
     * A text.
     * @param text the characters
     */
    record Text(String text, String place) implements Node {}

    /**
     * A value that no header can have.
     * @param kind what it is, such as {@code the number 2}
     * @param advice how to write it instead
     */
    record Stranger(String kind, String advice, String place) implements Node {}

    /**
     * Values in order.
     * @param items the values
     */
    record Items(List<Node> items, String place) implements Node {

        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Named values in order; a name may occur twice.
     * @param entries the values
     */
    record Entries(List<Entry> entries, String place) implements Node {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A named value.
     * @param name its name
     * @param place where the name stands
     * @param value the value
     */
    record Entry(String name, String place, Node value) {}

    /**
     * An element of XML, which does not say itself whether it is a text, a list or a map.
     * @param element the element
     */
    record Undecided(ModelElement element, String place) implements Node {}
}
