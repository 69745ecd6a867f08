package io.coreimage.key;

import static io.coreimage.key.PlacesFixture.FILES;
import static io.coreimage.key.PlacesFixture.NEVER;
import static io.coreimage.key.PlacesFixture.OPEN_SESAME;
import static io.coreimage.key.PlacesFixture.WRONG;
import static io.coreimage.key.PlacesFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.GnupgSandbox;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class GnupgHomeTest {

    private static final Path SIGNED = Path.of("src/test/resources/key/vectors/signed/model-uc18.assert");

    /** When the vectors were signed. */
    private static final Instant TIME = Instant.ofEpochSecond(1583843697);

    @Test
    void aKeyWithoutPassphraseSignsTheTextThatSnapSigned() throws IOException {
        try (GnupgSandbox gnupg = new GnupgSandbox()) {
            gnupg.gpg().reading(TestKeys.secretKeyFile("vector-key")).run("--batch", "--import");

            signsAsSnapDid(new GnupgHome(gnupg.home(), "gpg", NEVER));
        }
    }

    @Test
    void aKeyWithPassphraseSignsTheTextThatSnapSigned() throws IOException {
        try (GnupgSandbox gnupg = new GnupgSandbox()) {
            gnupg.gpg()
                    .run(
                            "--batch",
                            "--import",
                            FILES.resolve("locked.asc").toAbsolutePath().toString());

            GnupgHome wrong = new GnupgHome(gnupg.home(), "gpg", WRONG);
            refused(
                    () -> wrong.open(wrong.list().get(0)).sign(new byte[0], TIME),
                    "cannot open key \"vector-key\" in the GnuPG home \"" + gnupg.home()
                            + "\" (by the gpg program): the passphrase is wrong",
                    "environment variable");
            signsAsSnapDid(new GnupgHome(gnupg.home(), "gpg", OPEN_SESAME));
        }
    }

    private static void signsAsSnapDid(GnupgHome home) throws IOException {
        String expected = Files.readString(SIGNED);
        int split = expected.lastIndexOf("\n\n");
        SigningKey key = new KeyPlaces(List.of(home)).find("vector-key").open();

        String signature = key.sign(expected.substring(0, split).getBytes(StandardCharsets.UTF_8), TIME);

        assertThat(signature).isEqualTo(expected.substring(split + 2));
    }

    @Test
    void keysAreNamedByTheirUserIdAndShortOnesDoNotSign() throws IOException {
        try (GnupgSandbox gnupg = new GnupgSandbox()) {
            for (String name : List.of("vector-late", "vector-small", "vector-key")) {
                gnupg.gpg().reading(TestKeys.secretKeyFile(name)).run("--batch", "--import");
            }
            GnupgHome home = new GnupgHome(gnupg.home(), "gpg", NEVER);

            assertThat(home.list())
                    .extracting(StoredKey::name, StoredKey::id)
                    .containsExactly(id("vector-key"), id("vector-late"), id("vector-small"));
            refused(
                    () -> home.open(home.list().get(2)).sign(new byte[0], TIME),
                    "it has 2048 bits, at least 4096 are needed",
                    "core-image:create-key");
        }
    }

    private static Tuple id(String name) {
        return Tuple.tuple(name, TestKeys.signing(name).publicKey().id());
    }

    @Test
    void aMissingHomeHasNoKeysAndStartsNoProgram() {
        assertThat(new GnupgHome(Path.of("/nonexistent"), "/nonexistent/gpg", NEVER).list())
                .isEmpty();
    }

    @Test
    void aMissingProgramIsSaid() {
        refused(
                () -> new GnupgHome(Path.of("/"), "/nonexistent/gpg", NEVER).list(),
                "cannot use the GnuPG home \"/\": the program \"/nonexistent/gpg\" does not start",
                "docs/keys.md");
    }
}
