package io.coreimage.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a key file without opening it, beside what Bouncy Castle reads. */
class PublicHalfTest {

    private static byte[] bare(byte[] armoured) {
        String text = new String(armoured, StandardCharsets.US_ASCII).replaceFirst("(?s)^.*?\\n\\r?\\n", "");
        return Base64.getMimeDecoder().decode(text.substring(0, text.indexOf("\n=")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vector-key", "vector-root", "vector-late", "vector-expired", "vector-stray", "vector-small"})
    void theKeysOfGnupgAreReadAsTheLibraryReadsThem(String name) {
        byte[] armoured = TestKeys.secretKeyFile(name);
        SecretKeyFile theirs = SecretKeyFile.read(armoured, name);

        assertThat(PublicHalf.look(armoured)).hasValueSatisfying(half -> {
            assertThat(half.name()).isEqualTo(theirs.name());
            assertThat(half.key().id()).isEqualTo(theirs.publicKey().id());
        });
        assertThat(PublicHalf.look(bare(armoured)))
                .hasValueSatisfying(half ->
                        assertThat(half.key().id()).isEqualTo(theirs.publicKey().id()));
    }

    @Test
    void aChangedCharacterIsNoticed() {
        String text = new String(TestKeys.secretKeyFile("vector-key"), StandardCharsets.US_ASCII);
        int place = text.length() / 2;
        char other = text.charAt(place) == 'A' ? 'B' : 'A';
        byte[] changed =
                (text.substring(0, place) + other + text.substring(place + 1)).getBytes(StandardCharsets.US_ASCII);

        assertThat(PublicHalf.look(changed)).isEmpty();
        assertThatThrownBy(() -> PublicHalf.of(changed, "some.asc"))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot open key \"some.asc\": ");
    }

    @Test
    void whatIsUnusualIsLeftToTheLibrary() {
        byte[] one = bare(TestKeys.secretKeyFile("vector-key"));
        byte[] two = new byte[one.length * 2];
        System.arraycopy(one, 0, two, 0, one.length);
        System.arraycopy(one, 0, two, one.length, one.length);

        assertThat(PublicHalf.look(two)).isEmpty();
        assertThat(PublicHalf.look(new byte[0])).isEmpty();
        assertThat(PublicHalf.look(new byte[] {-1})).isEmpty();
        assertThat(PublicHalf.look("hello".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(PublicHalf.look(("-----BEGIN PGP PRIVATE KEY BLOCK-----\n" + "A: \n".repeat(200_000))
                        .getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
