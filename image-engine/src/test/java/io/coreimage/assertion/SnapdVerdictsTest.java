package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Headers that snapd 2.77 was asked to sign: chosen ones at the borders of each rule, and accepted vectors changed at
 * random. What it took and what it refused is recorded beside them.
 */
class SnapdVerdictsTest {

    private static final AssertionSigner SIGNER = new AssertionSigner(new PaperKey());

    @TestFactory
    Stream<DynamicTest> weTakeWhatSnapdTook() throws IOException {
        try (InputStream in = SnapdVerdictsTest.class.getResourceAsStream("/assertion/snapd-verdicts.jsonl")) {
            String rows = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return rows.lines().map(row -> DynamicTest.dynamicTest(row, () -> check(Vectors.JSON.readTree(row))));
        }
    }

    private static void check(JsonNode row) throws JsonProcessingException {
        byte[] input = Vectors.JSON.writeValueAsBytes(row.get("input"));
        AssertionException refusal =
                catchThrowableOfType(AssertionException.class, () -> SIGNER.signJson(input, Instant.EPOCH));
        if (!row.get("accept").asBoolean()) {
            assertThat(refusal).isNotNull();
        } else if (refusal != null) {
            // snapd signs lists that are empty deep inside, although nobody can read the result.
            assertThat(refusal.rule()).isEqualTo("unreadable");
        }
    }
}
