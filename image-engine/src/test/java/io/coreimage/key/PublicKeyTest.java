package io.coreimage.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicKeyTest {

    static Stream<JsonNode> keys() throws IOException {
        JsonNode keys = new ObjectMapper().readTree(TestKeys.read("keys.json")).path("keys");
        return StreamSupport.stream(keys.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aPublicKeyHasTheIdAndTheSizeThatSnapdSees(JsonNode key) {
        PublicKey read =
                PublicKey.decode(TestKeys.publicKeyText(key.path("name").asText()));

        assertThat(read.id().text()).isEqualTo(key.path("key-id").asText());
        assertThat(read.bits()).isEqualTo(key.path("rsa-bits").asInt());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aPublicKeyIsWrittenAsSnapExportsIt(JsonNode key) {
        String text = TestKeys.publicKeyText(key.path("name").asText());

        assertThat(PublicKey.decode(text).encoded() + "\n").isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theSecretKeyFileHasTheSamePublicHalf(JsonNode key) {
        String name = key.path("name").asText();

        assertThat(TestKeys.signing(name).publicKey()).isEqualTo(PublicKey.decode(TestKeys.publicKeyText(name)));
    }

    static Stream<JsonNode> anchors() throws IOException {
        JsonNode anchors = new ObjectMapper().readTree(TestKeys.read("production-anchors.json"));
        return StreamSupport.stream(anchors.path("account-keys").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("anchors")
    void theIdsOfTheProductionKeysFollowFromTheirNumbers(JsonNode anchor) {
        BigInteger modulus = new BigInteger(anchor.path("rsa-modulus-hex").asText(), 16);
        PublicKey key = PublicKey.of(
                modulus, BigInteger.valueOf(anchor.path("rsa-exponent").asLong()));

        assertThat(key.id().text()).isEqualTo(anchor.path("key-id").asText());
        assertThat(key.bits()).isEqualTo(anchor.path("rsa-bits").asInt());
    }
}
