package io.coreimage.key;

import static io.coreimage.key.PlacesFixture.NEVER;
import static io.coreimage.key.PlacesFixture.OPEN_SESAME;
import static io.coreimage.key.PlacesFixture.WRONG;
import static io.coreimage.key.PlacesFixture.refused;
import static io.coreimage.key.PlacesFixture.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.ForeignTool;
import io.coreimage.testkit.GnupgSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

    @TempDir
    static Path temporary;

    private static Path keys;

    private static StoredKey made;

    @BeforeAll
    static void makeAKey() {
        keys = temporary.resolve("config/core-image/keys");
        made = folder(NEVER).create(new KeyName("my-models"), OPEN_SESAME.of(""), new SecureRandom());
    }

    private static KeyFolder folder(Passphrases passphrases) {
        return new KeyFolder(keys, passphrases);
    }

    @Test
    void aNewKeyHas4096BitsAndSigns() {
        assertThat(made.publicKey().bits()).isEqualTo(4096);
        assertThat(made.name()).isEqualTo("my-models");

        StoredKey found = new KeyPlaces(List.of(folder(OPEN_SESAME))).find("my-models");
        made.publicKey().verify("type: model".getBytes(StandardCharsets.UTF_8), sign(found.open()));
    }

    @Test
    void aKeyIsAlsoFoundByItsId() {
        assertThat(new KeyPlaces(List.of(folder(NEVER))).find(made.id().text()).name())
                .isEqualTo("my-models");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assertThat(permissions(keys)).isEqualTo("rwx------");
        assertThat(permissions(keys.resolve("my-models.asc"))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(keys)) {
            assertThat(files).hasSize(1);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aKeyIsNeverOverwritten() {
        refused(
                () -> folder(NEVER).create(new KeyName("my-models"), OPEN_SESAME.of(""), new SecureRandom()),
                "cannot create key \"my-models\": the key folder",
                "core-image:delete-key");
    }

    @Test
    void anEmptyPassphraseIsRefused() {
        refused(
                () -> folder(NEVER).create(new KeyName("other"), Passphrase.none(), new SecureRandom()),
                "its passphrase is empty",
                "Choose a passphrase");
    }

    @Test
    void aWrongPassphraseIsRefused() {
        KeyFolder folder = folder(WRONG);

        refused(() -> folder.open(folder.list().get(0)), "the passphrase is wrong", "settings.xml");
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        refused(
                () -> new KeyPlaces(List.of(folder(NEVER))).find("my-modles"),
                "cannot find key \"my-modles\": it is not in key folder \"" + keys + "\", did you mean \"my-models\"?",
                "The keys are my-models");
    }

    @Test
    void aFolderThatDoesNotExistHasNoKeys() {
        KeyFolder none = new KeyFolder(temporary.resolve("none"), NEVER);

        assertThat(none.list()).isEmpty();
        refused(
                () -> new KeyPlaces(List.of(none)).find("default"),
                "cannot find key \"default\"",
                "core-image:create-key");
    }

    @Test
    void aDeletedKeyIsGone() throws IOException {
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.copy(keys.resolve("my-models.asc"), other.resolve("copy.asc"));
        KeyFolder folder = new KeyFolder(other, NEVER);

        folder.delete(folder.list().get(0));

        assertThat(folder.list()).isEmpty();
        assertThat(other.resolve("copy.asc")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "a--b", "-a", "a-", "A", "a_b", "", "../a", "ä"})
    void namesThatAccountKeysCannotHaveAreRefused(String name) {
        refused(() -> new KeyName(name), "cannot name a key \"" + name + "\"", "my-models");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "a", "my-models", "a-1-b"})
    void namesThatAccountKeysCanHaveAreTaken(String name) {
        assertThat(new KeyName(name)).hasToString(name);
    }

    @Test
    void gnupgReadsOurFile() throws IOException {
        try (GnupgSandbox gnupg = new GnupgSandbox()) {
            ForeignTool gpg = gnupg.gpg();
            gpg.run("--batch", "--import", keys.resolve("my-models.asc").toString());

            assertThat(gpg.run("--batch", "--with-colons", "--list-secret-keys"))
                    .contains("sec:", ":4096:1:", ":1451606400:", ":my-models:");
            GnupgHome home = new GnupgHome(gnupg.home(), "gpg", OPEN_SESAME);
            made.publicKey()
                    .verify(
                            "type: model".getBytes(StandardCharsets.UTF_8),
                            sign(home.open(home.list().get(0))));
        }
    }
}
