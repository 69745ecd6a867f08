package io.coreimage.gadget;

import io.coreimage.yaml.PlainScalar;
import io.coreimage.yaml.YamlNode;
import io.coreimage.yaml.YamlNode.Field;
import io.coreimage.yaml.YamlNode.Listing;
import io.coreimage.yaml.YamlNode.Mapping;
import io.coreimage.yaml.YamlNode.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The configuration that snaps get from the gadget.
 * @param bySnap by the snap's id, or {@code system}; values are {@link String}, {@link Boolean}, {@link Long},
 *     {@link Double}, {@link List} and {@link Map}
 */
public record Defaults(Map<String, Map<String, Object>> bySnap) {

    private static final String SYSTEM = "system";
    private static final String CORE = "99T7MUlRhtI3U0QFgl5mXXESAiSwt776";
    private static final Pattern SNAP_ID = Pattern.compile("[a-z0-9A-Z]{32}");

    public Defaults {
        bySnap = Collections.unmodifiableMap(new LinkedHashMap<>(bySnap));
    }

    /** Return what is set for the system itself, nested keys joined by dots. */
    public SortedMap<String, Object> system() {
        SortedMap<String, Object> flat = new TreeMap<>();
        flatten("", bySnap.getOrDefault(SYSTEM, bySnap.getOrDefault(CORE, Map.of())), flat);
        return Collections.unmodifiableSortedMap(flat);
    }

    private static void flatten(String prefix, Map<?, ?> values, SortedMap<String, Object> into) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> nested) {
                flatten(prefix + key + ".", nested, into);
            } else {
                into.put(prefix + key, value);
            }
        });
    }

    static Defaults read(Fields defaults) {
        Map<String, Map<String, Object>> bySnap = new LinkedHashMap<>();
        defaults.all().forEach((key, value) -> {
            if (!key.value().equals(SYSTEM) && !SNAP_ID.matcher(key.value()).matches()) {
                throw Rule.DEFAULTS_KEY.refuse(
                        key.place(), "\"" + key.value() + "\" is neither a snap id nor the word system");
            }
            bySnap.put(key.value(), top(Fields.of(value, "defaults of a snap")));
        });
        return new Defaults(bySnap);
    }

    /** At the first level a key may be anything; below it a key that is no text is refused, as snapd does. */
    private static Map<String, Object> top(Fields fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.all().forEach((key, value) -> values.put(key.value(), value(value)));
        return values;
    }

    private static Object value(YamlNode node) {
        if (node instanceof Listing listing) {
            List<Object> values = new ArrayList<>();
            listing.items().forEach(each -> values.add(value(each)));
            return List.copyOf(values);
        }
        if (node instanceof Mapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.fields().values().forEach(each -> values.put(nestedKey(each), value(each.value())));
            return Collections.unmodifiableMap(values);
        }
        Object scalar = node instanceof Text text ? PlainScalar.of(text) : null;
        if (scalar == null) {
            throw Rule.DEFAULTS_VALUE.refuse(
                    node.place(), "a default must be a text, a number, true, false, a list or a mapping");
        }
        return scalar;
    }

    private static String nestedKey(Field field) {
        if (PlainScalar.of(field.key()) instanceof String key && !field.key().isNothing()) {
            return key;
        }
        throw Rule.DEFAULTS_VALUE.refuse(
                field.key().place(), "\"" + field.key().value() + "\" must be a text to be a key; put it in quotes");
    }
}
