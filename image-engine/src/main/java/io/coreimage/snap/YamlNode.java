package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import java.util.List;
import java.util.Map;

/** A part of a YAML text; scalars are kept as they were written, since {@code 1.10} is a version and no number. */
sealed interface YamlNode {

    /** Return the line where it starts, from 1. */
    int line();

    /** Return a word for what this is, for errors. */
    String kind();

    /** Return whether nothing was written where a value could stand. */
    default boolean isNothing() {
        return false;
    }

    /** Return the text of this, which has to be a scalar. */
    default String text(String what) {
        throw refused(what, "a text");
    }

    /** Return the entries of this, which has to be a map or nothing. */
    default Map<String, YamlNode> map(String what) {
        throw refused(what, "a map");
    }

    /** Return the entries of this, which has to be a list or nothing. */
    default List<YamlNode> list(String what) {
        throw refused(what, "a list");
    }

    private RefusedException refused(String what, String wanted) {
        return YamlReader.refused(line(), what + " must be " + wanted + ", not " + kind());
    }

    /** A scalar. */
    record Scalar(int line, String value, boolean plain) implements YamlNode {

        @Override
        public String kind() {
            return isNothing() ? "nothing" : "a text";
        }

        @Override
        public boolean isNothing() {
            return plain && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }

        @Override
        public String text(String what) {
            return isNothing() ? "" : value;
        }

        @Override
        public Map<String, YamlNode> map(String what) {
            return isNothing() ? Map.of() : YamlNode.super.map(what);
        }

        @Override
        public List<YamlNode> list(String what) {
            return isNothing() ? List.of() : YamlNode.super.list(what);
        }
    }

    /** A map, in the order it was written. */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {

        @Override
        public String kind() {
            return "a map";
        }

        @Override
        public Map<String, YamlNode> map(String what) {
            return entries;
        }
    }

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public List<YamlNode> list(String what) {
            return items;
        }
    }
}
