package io.coreimage.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What every place of keys is asked in these tests. */
final class PlacesFixture {

    static final Path FILES = Path.of("src/test/resources/key/places");

    static final Passphrases OPEN_SESAME = name -> Passphrase.of("opensesame".toCharArray());

    static final Passphrases WRONG = name -> Passphrase.of("wrong".toCharArray());

    static final Passphrases NEVER = name -> {
        throw new AssertionError("asked for the passphrase of " + name);
    };

    private static final byte[] CONTENT = "type: model".getBytes(StandardCharsets.UTF_8);

    private static final Instant TIME = Instant.parse("2020-03-10T12:34:57Z");

    private PlacesFixture() {}

    static String sign(SigningKey key) {
        return key.sign(CONTENT, TIME);
    }

    /** Insist that the place has {@code vector-key}, and that it signs as the same key in memory does. */
    static void signsLikeVectorKey(KeyPlace place, String name) {
        StoredKey key = new KeyPlaces(List.of(place)).find(name);
        SigningKey expected = TestKeys.signing("vector-key");

        assertThat(key.publicKey()).isEqualTo(expected.publicKey());
        assertThat(sign(key.open())).isEqualTo(sign(expected));
    }

    static void refused(Runnable action, String message, String nextStep) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(action::run)
                .withMessageContaining(message)
                .satisfies(ex -> assertThat(ex.nextStep()).contains(nextStep))
                .satisfies(ex -> assertThat(ex.fullMessage()).doesNotContain("opensesame"));
    }
}
