package io.coreimage.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final byte[] CONTENT = "type: model".getBytes(StandardCharsets.UTF_8);

    private static final Instant TIME = Instant.parse("2020-03-10T12:34:57Z");

    private final SigningKey key = TestKeys.signing("vector-key");

    @Test
    void sameContentKeyAndSecondGiveTheSameText() {
        assertThat(key.sign(CONTENT, TIME.plusMillis(900))).isEqualTo(key.sign(CONTENT, TIME));
    }

    @Test
    void anotherSecondGivesAnotherText() {
        assertThat(key.sign(CONTENT, TIME.plusSeconds(1))).isNotEqualTo(key.sign(CONTENT, TIME));
    }

    @Test
    void everySignatureHasTheSameLengthAlsoWhereTheRsaValueStartsWithZeros() {
        assertThat(IntStream.range(0, 300)
                        .mapToObj(second ->
                                key.sign(CONTENT, TIME.plusSeconds(second)).length())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aShortKeyDoesNotSign() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> TestKeys.signing("vector-small").sign(CONTENT, TIME))
                .withMessage("cannot sign with key HsGonPwikMzHvnI2HTTQqYulzmttomZrBGvf1Q-TvTudD3g5QFV9wNhfbQ6OzZW4:"
                        + " it has 2048 bits, at least 4096 are needed")
                .satisfies(ex -> assertThat(ex.nextStep()).contains("core-image:create-key"));
    }

    @Test
    void aKeyThatSignsWithAnotherOneIsFoundOut() {
        PublicKey shown = TestKeys.signing("vector-root").publicKey();
        SigningKey liar = new PacketSigningKey(shown, message -> new byte[512]);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> liar.sign(CONTENT, TIME))
                .withMessageContaining("the signature that was made does not verify with it");
    }

    @Test
    void timesThatSignaturesCannotSayAreRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> key.sign(CONTENT, Instant.parse("1969-12-31T23:59:59Z")));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> key.sign(CONTENT, Instant.parse("2106-02-07T06:28:16Z")));
        key.sign(CONTENT, Instant.parse("2106-02-07T06:28:15Z"));
    }
}
