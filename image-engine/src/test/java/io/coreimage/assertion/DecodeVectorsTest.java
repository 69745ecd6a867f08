package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DecodeVectorsTest {

    @TestFactory
    Stream<DynamicTest> everyInputIsReadOrRefusedAsListed() {
        return Vectors.items(Vectors.json("checks/decode.json"))
                .map(vector -> DynamicTest.dynamicTest(
                        vector.get("id").asText() + " (" + vector.get("mode").asText() + ")", () -> check(vector)));
    }

    private static void check(JsonNode vector) throws IOException {
        byte[] input = Vectors.join(vector.get("input"));
        if (vector.get("mode").asText().equals("single")) {
            check(vector, () -> Assertion.decode(input));
        } else {
            checkStream(vector, new AssertionReader(new ByteArrayInputStream(input)));
        }
    }

    private static void checkStream(JsonNode vector, AssertionReader reader) throws IOException {
        if (vector.path("rule").asText().equals("end-of-stream")) {
            assertThat(reader.next()).isNull();
            return;
        }
        check(vector, reader::next);
        switch (vector.path("next").asText()) {
            case "end" -> assertThat(reader.next()).isNull();
            case "another" -> assertThat(reader.next()).isNotNull();
            case "error" ->
                assertThat(catchThrowableOfType(AssertionException.class, reader::next))
                        .isNotNull();
            default -> {
                // Nothing is said about what follows a refused assertion.
            }
        }
    }

    private static void check(JsonNode vector, Decoding decoding) throws IOException {
        if (vector.get("accept").asBoolean()) {
            checkAccepted(vector, decoding.run());
            return;
        }
        AssertionException refusal = catchThrowableOfType(AssertionException.class, decoding::run);
        String rule = vector.get("rule").asText();
        assertThat(refusal).isNotNull();
        // A rule of a type is D31 as a whole; we name the one that is broken.
        assertThat(refusal.rule()).isEqualTo(rule.equals("D31") ? "account.3" : rule);
        assertThat(refusal.line()).isPositive();
    }

    private static void checkAccepted(JsonNode vector, Assertion assertion) {
        assertThat(assertion.content()).hasSize(vector.get("content_length").asInt());
        assertThat(assertion.revision()).isEqualTo(vector.get("revision").asLong());
        assertThat(assertion.format()).isEqualTo(vector.get("format").asLong());
        assertThat(assertion.isFormatSupported())
                .isEqualTo(vector.get("format_supported").asBoolean());
        if (vector.has("headers")) {
            assertThat(Vectors.toJson(assertion.headers())).isEqualTo(vector.get("headers"));
            assertThat(assertion.body()).isEqualTo(Vectors.base64(vector.get("body_b64")));
            assertThat(assertion.signature().getBytes(StandardCharsets.ISO_8859_1))
                    .isEqualTo(Vectors.base64(vector.get("signature_b64")));
        }
    }

    /** One of the two ways to read. */
    private interface Decoding {
        Assertion run() throws IOException;
    }
}
