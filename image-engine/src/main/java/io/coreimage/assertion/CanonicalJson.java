package io.coreimage.assertion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** JSON bodies, which have one form only: keys sorted, two blanks for each level, numbers as Go prints them. */
final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** Check that a body is in its only form. */
    static void check(byte[] body) {
        if (!Arrays.equals(body, render(body))) {
            throw violation("the body is not JSON in its canonical form");
        }
    }

    static boolean hasEntry(byte[] body, String name) {
        return read(body).has(name);
    }

    /** Return a body in its only form. */
    static byte[] render(byte[] body) {
        CanonicalJson json = new CanonicalJson();
        json.value(read(body), "\n");
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node.isObject()) {
                return node;
            }
            throw violation("the body is no JSON object");
        } catch (JsonProcessingException ex) {
            throw violation("the body is not JSON: " + ex.getOriginalMessage());
        } catch (IOException ex) {
            throw violation("the body is not JSON");
        }
    }

    private static RuleViolation violation(String reason) {
        return RuleViolation.at("D23", RuleViolation.BODY, reason);
    }

    private void value(JsonNode node, String lineStart) {
        if (node.isObject()) {
            object(node, lineStart);
        } else if (node.isArray()) {
            array(node, lineStart);
        } else if (node.isTextual()) {
            text(node.textValue());
        } else if (node.isNumber()) {
            number(node.doubleValue());
        } else {
            out.append(node.asText());
        }
    }

    private void number(double value) {
        if (Double.isInfinite(value)) {
            throw violation("the body has a number that is too large");
        }
        out.append(GoNumber.print(value));
    }

    private void object(JsonNode node, String lineStart) {
        if (node.isEmpty()) {
            out.append("{}");
            return;
        }
        Map<String, JsonNode> entries = new TreeMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        String separator = "{";
        for (Map.Entry<String, JsonNode> entry : entries.entrySet()) {
            out.append(separator).append(lineStart).append("  ");
            text(entry.getKey());
            out.append(": ");
            value(entry.getValue(), lineStart + "  ");
            separator = ",";
        }
        out.append(lineStart).append('}');
    }

    private void array(JsonNode node, String lineStart) {
        if (node.isEmpty()) {
            out.append("[]");
            return;
        }
        String separator = "[";
        for (JsonNode item : node) {
            out.append(separator).append(lineStart).append("  ");
            value(item, lineStart + "  ");
            separator = ",";
        }
        out.append(lineStart).append(']');
    }

    private void text(String text) {
        out.append('"');
        text.codePoints().forEach(this::character);
        out.append('"');
    }

    private void character(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> plain(c);
        }
    }

    private void plain(int c) {
        if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
            out.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            out.append('\uFFFD');
        } else {
            out.appendCodePoint(c);
        }
    }
}
