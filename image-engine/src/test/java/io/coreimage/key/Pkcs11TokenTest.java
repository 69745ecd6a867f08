package io.coreimage.key;

import static io.coreimage.key.PlacesFixture.FILES;
import static io.coreimage.key.PlacesFixture.NEVER;
import static io.coreimage.key.PlacesFixture.OPEN_SESAME;
import static io.coreimage.key.PlacesFixture.WRONG;
import static io.coreimage.key.PlacesFixture.refused;
import static io.coreimage.key.PlacesFixture.sign;
import static io.coreimage.key.PlacesFixture.signsLikeVectorKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.ForeignTool;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs11TokenTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatDoesNotExistIsRefused() {
        refused(
                () -> new Pkcs11Token(folder.resolve("none.cfg"), NEVER).list(),
                "there is no such file",
                "docs/keys.md");
    }

    @Test
    void aFileOfAnotherFormIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("token.cfg"), "library: /usr/lib/token.so\n");

        refused(() -> new Pkcs11Token(file, NEVER).list(), "the provider does not take the file", "docs/keys.md");
    }

    /** One test for all, since a process can load the token's library with one configuration only. */
    @Test
    void aKeyOnATokenSignsAndNeverLeavesIt() throws IOException {
        Path configuration = token();
        Pkcs11Token token = new Pkcs11Token(configuration, OPEN_SESAME);

        refused(() -> new Pkcs11Token(configuration, WRONG).list(), "the PIN is wrong", "environment variable");
        signsLikeVectorKey(token, "vector-key");
        assertThat(sign(token.open(token.list().get(0)))).isEqualTo(sign(TestKeys.signing("vector-key")));
    }

    private Path token() throws IOException {
        ForeignTool softhsm = Foreign.tool("softhsm2-util");
        Path library = library();
        // The library reads this variable of our own process; Maven sets it for the tests' JVM.
        Path settings = Path.of(String.valueOf(System.getenv("SOFTHSM2_CONF")));
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        softhsm = softhsm.with("SOFTHSM2_CONF", settings.toString());
        softhsm.run("--init-token", "--free", "--label", "test", "--pin", "opensesame", "--so-pin", "opensesame");
        importKey(softhsm, library, settings);
        return Files.writeString(
                folder.resolve("token.cfg"), "name = test\nlibrary = " + library + "\nslotListIndex = 0\n");
    }

    private static void importKey(ForeignTool softhsm, Path library, Path settings) {
        softhsm.run(
                "--import",
                FILES.resolve("vector-key.pem").toAbsolutePath().toString(),
                "--token",
                "test",
                "--label",
                "vector-key",
                "--id",
                "01",
                "--pin",
                "opensesame");
        Foreign.tool("pkcs11-tool")
                .with("SOFTHSM2_CONF", settings.toString())
                .run(
                        "--module",
                        library.toString(),
                        "--token-label",
                        "test",
                        "--login",
                        "--pin",
                        "opensesame",
                        "--write-object",
                        FILES.resolve("vector-key.crt").toAbsolutePath().toString(),
                        "--type",
                        "cert",
                        "--label",
                        "vector-key",
                        "--id",
                        "01");
    }

    private static Path library() {
        List<Path> known =
                List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));
        return known.stream().filter(Files::exists).findFirst().orElseThrow();
    }
}
