package io.coreimage.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A piece of a YAML file with its place; a scalar is the text that stands there, since {@code 1.10} is a version. */
public sealed interface YamlNode {

    /** Return where it starts. */
    Place place();

    /** Return a word for what this is, for errors. */
    String kind();

    /** Return whether nothing was written where a value could stand. */
    default boolean isNothing() {
        return false;
    }

    /** Return the text of this, which has to be a text, or nothing: an empty text. */
    default String text(String what) {
        throw refused(what, "a text");
    }

    /** Return the values of this by their keys, which has to be a map, or nothing: no values. */
    default Map<String, YamlNode> map(String what) {
        throw refused(what, "a map");
    }

    /** Return the items of this, which has to be a list, or nothing: no items. */
    default List<YamlNode> list(String what) {
        throw refused(what, "a list");
    }

    private YamlException refused(String what, String wanted) {
        return new YamlException(place(), what + " must be " + wanted + ", not " + kind());
    }

    /**
     * Nothing where a value could stand.
     * @param place where
     * @param written how it is written: not at all, {@code ~} or {@code null}
     */
    record Nothing(Place place, String written) implements YamlNode {

        @Override
        public String kind() {
            return "nothing";
        }

        @Override
        public boolean isNothing() {
            return true;
        }

        @Override
        public String text(String what) {
            return "";
        }

        @Override
        public Map<String, YamlNode> map(String what) {
            return Map.of();
        }

        @Override
        public List<YamlNode> list(String what) {
            return List.of();
        }
    }

    /**
     * A scalar.
     * @param place where
     * @param value the text as it is written, without quotes
     * @param plain whether it stands there without quotes
     */
    record Text(Place place, String value, boolean plain) implements YamlNode {

        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        /** Return whether this means nothing, as only a key can: a value would be {@link Nothing}. */
        @Override
        public boolean isNothing() {
            return plain && NOTHING.contains(value);
        }

        @Override
        public String kind() {
            return "a text";
        }

        @Override
        public String text(String what) {
            return value;
        }
    }

    /** A list. */
    record Listing(Place place, List<YamlNode> items) implements YamlNode {

        public Listing {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public List<YamlNode> list(String what) {
            return items;
        }
    }

    /**
     * A map, in the order of the file.
     * @param place where it starts
     * @param fields by the text of the key
     */
    record Mapping(Place place, Map<String, Field> fields) implements YamlNode {

        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String kind() {
            return "a map";
        }

        @Override
        public Map<String, YamlNode> map(String what) {
            return values();
        }

        /** Return the values by the text of the key. */
        public Map<String, YamlNode> values() {
            Map<String, YamlNode> values = new LinkedHashMap<>();
            fields.forEach((key, field) -> values.put(key, field.value()));
            return Collections.unmodifiableMap(values);
        }
    }

    /** A key with its value. */
    record Field(Text key, YamlNode value) {}
}
