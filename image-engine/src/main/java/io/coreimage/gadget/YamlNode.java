package io.coreimage.gadget;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A piece of a YAML file, each scalar with the text that stands there, and everything with its place. */
sealed interface YamlNode {

    Place place();

    /** Nothing: an empty value, {@code ~} or {@code null}. */
    record Nothing(Place place) implements YamlNode {}

    /**
     * A scalar.
     * @param place where
     * @param value the text as it is written, without quotes
     * @param plain whether it stands there without quotes
     */
    record Text(Place place, String value, boolean plain) implements YamlNode {

        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        boolean isNull() {
            return plain && NULLS.contains(value);
        }
    }

    /** A list. */
    record Listing(Place place, List<YamlNode> items) implements YamlNode {

        public Listing {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping, in the order of the file.
     * @param place where it starts
     * @param fields by the text of the key
     */
    record Mapping(Place place, Map<String, Field> fields) implements YamlNode {

        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * A key with its value.
     */
    record Field(Text key, YamlNode value) {}
}
