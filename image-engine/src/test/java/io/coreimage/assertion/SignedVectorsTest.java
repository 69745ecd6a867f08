package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coreimage.key.PublicKey;
import io.coreimage.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class SignedVectorsTest {

    private static final JsonNode FILES = Vectors.json("manifest.json").get("files");

    private static final Instant CREATED = Instant.ofEpochSecond(1583843697);

    @TestFactory
    Stream<DynamicTest> everyFileIsReadAndKeptByteForByte() {
        return files().map(file -> named(file, () -> {
            byte[] bytes = Vectors.bytes(file.get("file").asText());
            Assertion single = Assertion.decode(bytes);
            assertThat(single.encoded()).isEqualTo(bytes);
            assertThat(Assertion.decodeStream(bytes)).containsExactly(single);
            assertThat(AssertionWriter.stream(List.of(single))).isEqualTo(bytes);
        }));
    }

    @TestFactory
    Stream<DynamicTest> everySignatureIsThatOfItsKey() {
        return files().filter(file -> !file.path("verification").asText().contains("V6"))
                .map(file -> named(file, () -> {
                    Assertion assertion = Vectors.assertion(file.get("file").asText());
                    PublicKey key =
                            TestKeys.signing(file.get("signing-key").asText()).publicKey();
                    assertThat(assertion.signKey()).isEqualTo(key.id());
                    key.verify(assertion.content(), assertion.signature());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyInputGivesTheSameContent() {
        return inputs().map(file -> named(file, () -> {
            Assertion expected = Vectors.assertion(file.get("file").asText());
            SigningInput input = SigningInput.of(
                    JsonInput.read(Vectors.bytes(file.get("input").asText())));
            SigningDraft draft = SigningDraft.of(
                    input,
                    TestKeys.signing(file.get("signing-key").asText())
                            .publicKey()
                            .id());
            assertThat(new String(draft.content(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(expected.content(), StandardCharsets.UTF_8));
        }));
    }

    /** In-process signatures have this layout; that of GnuPG is for the room of keys to prove. */
    @TestFactory
    Stream<DynamicTest> everyInProcessSignatureIsMadeAgainByteForByte() {
        return files().filter(file -> file.get("flavour").asText().equals("C"))
                .filter(file -> file.has("input"))
                .map(file -> named(file, () -> {
                    Instant created =
                            Instant.ofEpochSecond(file.get("signature-created").asLong());
                    Assertion signed = signer(file)
                            .signJson(Vectors.bytes(file.get("input").asText()), created);
                    assertThat(signed.encoded())
                            .isEqualTo(Vectors.bytes(file.get("file").asText()));
                }));
    }

    @Test
    void aRequestForAKeyIsMadeAgainByteForByte() {
        Assertion expected = Vectors.assertion("rsa-pkcs/account-key-request.assert");
        AccountKeyRequest request = AccountKeyRequest.of(expected);
        Assertion made = new AssertionSigner(TestKeys.signing("vector-key"))
                .requestRegistration(
                        request.accountId(),
                        request.name(),
                        request.validity().since(),
                        Instant.ofEpochSecond(1795188637));
        assertThat(made.encoded()).isEqualTo(expected.encoded());
    }

    @Test
    void theSameKeyInputAndTimeGiveTheSameBytes() {
        AssertionSigner signer = new AssertionSigner(TestKeys.signing("vector-key"));
        byte[] input = Vectors.bytes("signed/model-uc20.json");
        assertThat(signer.signJson(input, CREATED).encoded())
                .isEqualTo(signer.signJson(input, CREATED).encoded());
    }

    private static AssertionSigner signer(JsonNode file) {
        return new AssertionSigner(TestKeys.signing(file.get("signing-key").asText()));
    }

    private static Stream<JsonNode> files() {
        return Vectors.items(FILES);
    }

    private static Stream<JsonNode> inputs() {
        return files().filter(file -> file.path("input").asText().endsWith(".json"));
    }

    private static DynamicTest named(JsonNode file, Executable test) {
        return DynamicTest.dynamicTest(file.get("file").asText(), test);
    }
}
