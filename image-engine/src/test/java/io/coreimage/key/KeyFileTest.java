package io.coreimage.key;

import static io.coreimage.key.PlacesFixture.FILES;
import static io.coreimage.key.PlacesFixture.NEVER;
import static io.coreimage.key.PlacesFixture.OPEN_SESAME;
import static io.coreimage.key.PlacesFixture.WRONG;
import static io.coreimage.key.PlacesFixture.refused;
import static io.coreimage.key.PlacesFixture.sign;
import static io.coreimage.key.PlacesFixture.signsLikeVectorKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.problem.CoreImageException;
import io.coreimage.testkit.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.openpgp.PGPUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"locked.asc", "locked.gpg"})
    void aFileThatGnupgExportedSigns(String file) {
        signsLikeVectorKey(new KeyFile(FILES.resolve(file), OPEN_SESAME), "vector-key");
    }

    @Test
    void anUnlockedFileAsksForNothing() throws IOException {
        signsLikeVectorKey(new KeyFile(file(TestKeys.secretKeyFile("vector-key")), NEVER), "vector-key");
    }

    @Test
    void aWrongPassphraseIsRefusedWithoutSayingIt() {
        KeyFile file = new KeyFile(FILES.resolve("locked.asc"), WRONG);

        refused(() -> file.open(file.list().get(0)), "locked.asc\": the passphrase is wrong", "environment variable");
    }

    @Test
    void listingNeedsNoPassphrase() {
        assertThat(new KeyFile(FILES.resolve("locked.asc"), NEVER).list())
                .singleElement()
                .extracting(StoredKey::name)
                .isEqualTo("vector-key");
    }

    @Test
    void aPublicKeyFileIsRefused() {
        refused(
                () -> new KeyFile(FILES.resolve("public.asc"), NEVER).list(),
                "it is not an OpenPGP secret key",
                "gpg --export-secret-keys");
    }

    @Test
    void aFileThatDoesNotExistIsRefused() {
        refused(
                () -> new KeyFile(folder.resolve("no.asc"), NEVER).list(),
                "there is no such file",
                "core-image.keyFile");
    }

    @Test
    void twoKeysInAFileAreRefused() throws IOException {
        byte[] first = Files.readAllBytes(FILES.resolve("locked.gpg"));
        ByteBuffer both = ByteBuffer.allocate(first.length + 4000).put(first);
        byte[] second = binary("vector-root");
        both.put(second).flip();

        refused(
                () -> new KeyFile(file(Octets.copy(both)), NEVER).list(),
                "it holds more than one secret key",
                "gpg --export-secret-keys");
    }

    private static byte[] binary(String name) throws IOException {
        return PGPUtil.getDecoderStream(new ByteArrayInputStream(TestKeys.secretKeyFile(name)))
                .readAllBytes();
    }

    @Test
    void aLargeFileIsRefusedBeforeItIsRead() throws IOException {
        refused(() -> new KeyFile(file(new byte[2 << 20]), NEVER).list(), "larger than a key file", "gpg");
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] whole = binary("vector-key");
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            isRefusedOrStillSigns(damaged);
        }
    }

    private static void isRefusedOrStillSigns(byte[] damaged) {
        try {
            sign(SecretKeyFile.read(damaged, "damaged").open(OPEN_SESAME));
        } catch (CoreImageException ex) {
            assertThat(ex.getMessage()).startsWith("cannot ");
        }
    }

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("key.asc"), content);
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }
}
