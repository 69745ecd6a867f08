package io.coreimage.assertion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the signing tool of snapd takes it: one object, the last of two equal keys, and nothing behind it. */
final class JsonInput {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Read an object; {@code null} counts as an empty one. */
    static Map<String, @Nullable Object> read(byte[] json) {
        String text = LenientUtf8.decode(json);
        if (text.startsWith("\uFEFF")) {
            throw violation("it starts with a byte order mark; save the file as UTF-8 without one", 1);
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonInput(parser).document();
        } catch (JsonProcessingException ex) {
            throw violation(ex.getOriginalMessage(), ex.getLocation().getLineNr());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Map<String, @Nullable Object> document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw violation("it is empty", 1);
        }
        if (first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
            throw violation("it must be an object in braces", line());
        }
        Map<String, @Nullable Object> document = first == JsonToken.VALUE_NULL ? new HashMap<>() : object();
        if (parser.nextToken() != null) {
            throw violation("something follows after the object", line());
        }
        return document;
    }

    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = LenientUtf8.withoutLoneSurrogates(parser.currentName());
            parser.nextToken();
            object.put(name, value());
        }
        return object;
    }

    private List<@Nullable Object> array() throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private @Nullable Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> LenientUtf8.withoutLoneSurrogates(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static RuleViolation violation(String reason, int line) {
        return RuleViolation.atLine("S01", line, "this is not JSON: " + reason);
    }
}
