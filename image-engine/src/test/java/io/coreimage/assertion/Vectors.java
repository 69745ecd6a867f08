package io.coreimage.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The vectors: what other implementations read, refused, signed and trusted. */
final class Vectors {

    static final JsonMapper JSON = new JsonMapper();

    private static final String FOLDER = "/assertion/vectors/";

    private Vectors() {}

    static byte[] bytes(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream(FOLDER + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static JsonNode json(String file) {
        try {
            return JSON.readTree(bytes(file));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Assertion assertion(String file) {
        return Assertion.decode(bytes(file));
    }

    /** Join the parts of an input: bytes in base64, and characters that are repeated. */
    static byte[] join(JsonNode parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (JsonNode part : parts) {
            joined.writeBytes(
                    part.has("b64")
                            ? base64(part.get("b64"))
                            : part.get("repeat")
                                    .asText()
                                    .repeat(part.get("count").asInt())
                                    .getBytes(StandardCharsets.UTF_8));
        }
        return joined.toByteArray();
    }

    static byte[] base64(JsonNode text) {
        return Base64.getDecoder().decode(text.asText());
    }

    /** Return a value in the form in which the vectors write it. */
    static JsonNode toJson(HeaderValue value) {
        if (value instanceof HeaderText text) {
            return JSON.getNodeFactory().textNode(text.text());
        }
        if (value instanceof HeaderList list) {
            var array = JSON.createArrayNode();
            list.items().forEach(item -> array.add(toJson(item)));
            return array;
        }
        var object = JSON.createObjectNode();
        ((HeaderMap) value).entries().forEach((name, entry) -> object.set(name, toJson(entry)));
        return object;
    }
}
