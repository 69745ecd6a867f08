package io.coreimage.assertion;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values by name; all headers of an assertion are one of these. Two maps are equal whatever their order.
 * @param entries the values in the order in which they were read
 */
public record HeaderMap(Map<String, HeaderValue> entries) implements HeaderValue {

    public static final HeaderMap EMPTY = new HeaderMap(Map.of());

    public HeaderMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Return the value with that name, or {@code null}. */
    public @Nullable HeaderValue get(String name) {
        return entries.get(name);
    }

    /** Return the text with that name, or {@code null} where there is none or it is not text. */
    public @Nullable String text(String name) {
        return entries.get(name) instanceof HeaderText value ? value.text() : null;
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    public Set<String> names() {
        return entries.keySet();
    }

    /** Return the same map with one more value, or another value in the place of the one with that name. */
    public HeaderMap with(String name, HeaderValue value) {
        Map<String, HeaderValue> changed = new LinkedHashMap<>(entries);
        changed.put(name, value);
        return new HeaderMap(changed);
    }

    /** Return the same map without a value. */
    public HeaderMap without(String name) {
        Map<String, HeaderValue> changed = new LinkedHashMap<>(entries);
        changed.remove(name);
        return new HeaderMap(changed);
    }

    @Override
    public String kind() {
        return "a map";
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
