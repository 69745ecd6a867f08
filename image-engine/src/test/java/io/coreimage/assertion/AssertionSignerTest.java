package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionSignerTest {

    private static final Instant CREATED = Instant.ofEpochSecond(1583843697);

    private final AssertionSigner signer = new AssertionSigner(TestKeys.signing("vector-key"));

    private static Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("type", "model");
        model.put("authority-id", "VectorBrandAccountId000000000001");
        model.put("series", "16");
        model.put("brand-id", "VectorBrandAccountId000000000001");
        model.put("model", "m");
        model.put("architecture", "amd64");
        model.put("gadget", "pc");
        model.put("kernel", "pc-kernel");
        model.put("timestamp", "2020-03-10T12:05:38Z");
        return model;
    }

    private AssertionException refusal(Map<String, ?> input) {
        return Objects.requireNonNull(
                catchThrowableOfType(AssertionException.class, () -> signer.sign(input, CREATED)));
    }

    @Test
    void aMapOfValuesIsSignedLikeItsJson() {
        Map<String, Object> input = model();
        input.put("required-snaps", List.of("hello"));
        input.put("x-map", new HeaderMap(Map.of("a", HeaderList.ofTexts(List.of("b")))));
        Assertion signed = signer.sign(input, CREATED);
        assertThat(signed)
                .isEqualTo(signer.signJson(
                        ("{\"type\":\"model\",\"authority-id\":\"VectorBrandAccountId000000000001\",\"series\":\"16\","
                                        + "\"brand-id\":\"VectorBrandAccountId000000000001\",\"model\":\"m\","
                                        + "\"architecture\":\"amd64\",\"gadget\":\"pc\",\"kernel\":\"pc-kernel\","
                                        + "\"timestamp\":\"2020-03-10T12:05:38Z\",\"required-snaps\":[\"hello\"],"
                                        + "\"x-map\":{\"a\":[\"b\"]}}")
                                .getBytes(StandardCharsets.UTF_8),
                        CREATED));
        assertThat(Model.of(signed).otherSnaps()).extracting(ModelSnap::name).containsExactly("hello");
    }

    @Test
    void aNumberIsRefusedWithWhatToWrite() {
        Map<String, Object> input = model();
        input.put("x", List.of(Map.of("y", 7)));
        AssertionException refusal = refusal(input);
        assertThat(refusal)
                .hasMessage("cannot sign model assertion: \"x[0].y\" must be text, a list or a map, not a number;"
                        + " write it in quotes: \"7\"");
        assertThat(refusal.path()).isEqualTo("x[0].y");
    }

    @Test
    void aMissingAuthorityHasANextStep() {
        Map<String, Object> input = model();
        input.remove("authority-id");
        assertThat(refusal(input).fullMessage())
                .isEqualTo("cannot sign model assertion: \"authority-id\" is missing\n"
                        + "Set \"authority-id\" to your account id; core-image:whoami shows it.");
    }

    @Test
    void aNameThatNobodyCouldReadIsRefused() {
        Map<String, Object> input = model();
        input.put("Required-Snaps", List.of("x"));
        assertThat(refusal(input))
                .hasMessageContaining("nobody could read the result")
                .hasMessageContaining("\"Required-Snaps\" is no name for a header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"model\",\\n  \"series\": }|(line 2)",
                "{} {}|something follows after the object",
                "[1]|it must be an object in braces",
                "''|it is empty",
                "type: model|(line 1)"
            })
    void brokenJsonSaysWhere(String json, String part) {
        byte[] bytes = json.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> signer.signJson(bytes, CREATED))
                .hasMessageStartingWith("cannot sign assertion: this is not JSON: ")
                .hasMessageContaining(part);
    }

    @Test
    void aKeyOf2048BitsIsRefused() {
        assertThatThrownBy(() -> new AssertionSigner(TestKeys.signing("vector-small")).sign(model(), CREATED))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("2048 bits");
    }

    @Test
    void aKeyThatIsRegisteredForAnotherAccountIsRefused() {
        AccountKey registered = AccountKey.of(Vectors.assertion("chain/04-brand-account-key.assert"));
        AssertionSigner careful = new AssertionSigner(TestKeys.signing("vector-key"), Optional.of(registered));
        Map<String, Object> input = model();
        input.put("authority-id", "somebody");
        AssertionException refusal = catchThrowableOfType(AssertionException.class, () -> careful.sign(input, CREATED));
        assertThat(refusal.rule()).isEqualTo("S18");
        assertThat(careful.sign(model(), CREATED)).isNotNull();
    }

    @Test
    void aKeyThatIsRegisteredForOtherThingsIsRefused() {
        AccountKey registered = AccountKey.of(Vectors.assertion("chain/05-brand-constrained-key.assert"));
        AssertionSigner careful = new AssertionSigner(TestKeys.signing("vector-late"), Optional.of(registered));
        AssertionException refusal =
                catchThrowableOfType(AssertionException.class, () -> careful.sign(model(), CREATED));
        assertThat(refusal.rule()).isEqualTo("S19");
        Map<String, Object> allowed = model();
        allowed.put("model", "vector-m");
        assertThat(careful.sign(allowed, CREATED)).isNotNull();
    }
}
