package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to have signed.
 * @param type the type
 * @param headers all headers, as given
 * @param body the body, empty for none
 */
record SigningInput(AssertionType type, HeaderMap headers, String body) {

    /** Take apart a map as JSON has it: texts, lists and maps of these, the body under the name {@code body}. */
    static SigningInput of(Map<String, ?> input) {
        AssertionType type = type(input);
        String body = body(input);
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        input.forEach((name, value) -> {
            if (!name.equals("body")) {
                headers.put(name, value(name, value, 1));
            }
        });
        return new SigningInput(type, new HeaderMap(headers), body);
    }

    /** Return which type is to be signed. */
    static AssertionType type(Map<String, ?> input) {
        if (!input.containsKey("type")) {
            throw RuleViolation.at("S02", "type", "\"type\" is missing; a model has \"type\": \"model\"");
        }
        String name = text(input.get("type"));
        if (name == null) {
            throw RuleViolation.at("S03", "type", "\"type\" must be text, not " + kind(input.get("type")));
        }
        return AssertionType.named(name)
                .orElseThrow(() -> RuleViolation.at("S04", "type", "\"type\" " + AssertionType.unknown(name)));
    }

    private static String body(Map<String, ?> input) {
        if (!input.containsKey("body")) {
            return "";
        }
        String body = text(input.get("body"));
        if (body == null) {
            throw RuleViolation.at("S05", "body", "\"body\" must be text, not " + kind(input.get("body")));
        }
        return body;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof HeaderText text ? text.text() : value instanceof String text ? text : null;
    }

    private static HeaderValue value(String path, @Nullable Object value, int depth) {
        if (depth > HeaderParser.DEPTH_LIMIT) {
            throw RuleViolation.at(
                    "S06", path, "values are nested deeper than " + HeaderParser.DEPTH_LIMIT + " levels");
        }
        String text = text(value);
        if (text != null) {
            return new HeaderText(text);
        }
        if (value instanceof HeaderList list) {
            return list(path, list.items(), depth);
        }
        if (value instanceof HeaderMap map) {
            return map(path, map.entries(), depth);
        }
        if (value instanceof List<?> list) {
            return list(path, list, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return map(path, map, depth);
        }
        String hint =
                value instanceof Number || value instanceof Boolean ? "; write it in quotes: \"" + value + "\"" : "";
        throw RuleViolation.at(
                "S06", path, "\"" + path + "\" must be text, a list or a map, not " + kind(value) + hint);
    }

    private static HeaderList list(String path, List<?> list, int depth) {
        List<HeaderValue> items = new ArrayList<>();
        for (Object item : list) {
            items.add(value(path + "[" + items.size() + "]", item, depth + 1));
        }
        return new HeaderList(items);
    }

    private static HeaderMap map(String path, Map<?, ?> map, int depth) {
        Map<String, HeaderValue> entries = new LinkedHashMap<>();
        map.forEach((name, entry) -> entries.put(String.valueOf(name), value(path + "." + name, entry, depth + 1)));
        return new HeaderMap(entries);
    }

    private static String kind(@Nullable Object value) {
        if (value instanceof HeaderValue header) {
            return header.kind();
        }
        if (value instanceof Map) {
            return "a map";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value == null ? "null" : value instanceof Number ? "a number" : String.valueOf(value);
    }
}
