package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coreimage.key.GnupgHome;
import io.coreimage.key.KeyPlaces;
import io.coreimage.key.SigningKey;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.ForeignTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The vectors that the snap program signed through GnuPG, signed through it once more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GnupgVectorsTest {

    private final JsonNode files = Vectors.json("manifest.json").get("files");
    private Path home = Path.of("");

    @BeforeAll
    void importTheKeys() throws IOException {
        Foreign.tool("gpg");
        // Its path is short, since names of sockets must be.
        home = Files.createTempDirectory(
                "gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Set<String> names = new TreeSet<>();
        files.forEach(file -> names.add(file.get("signing-key").asText()));
        names.forEach(name -> tool("gpg")
                .reading(Vectors.bytes("keys/" + name + ".secret.asc"))
                .run("--batch", "--import"));
    }

    @AfterAll
    void stopTheAgent() throws IOException {
        tool("gpgconf").run("--kill", "all");
        try (Stream<Path> left = Files.walk(home)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private ForeignTool tool(String name) {
        return Foreign.tool(name).with("GNUPGHOME", home.toString());
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsMadeAgainByteForByte() {
        return Vectors.items(files)
                .filter(file -> file.get("flavour").asText().equals("B"))
                .filter(file -> file.path("input").asText().endsWith(".json"))
                .map(file -> DynamicTest.dynamicTest(file.get("file").asText(), () -> check(file)));
    }

    private void check(JsonNode file) {
        SigningKey key = new KeyPlaces(List.of(new GnupgHome(home, "gpg", name -> {
                    throw new AssertionError("the key " + name + " needs no passphrase");
                })))
                .find(file.get("signing-key").asText())
                .open();
        Instant created = Instant.ofEpochSecond(file.get("signature-created").asLong());
        Assertion signed = new AssertionSigner(key)
                .signJson(Vectors.bytes(file.get("input").asText()), created);
        assertThat(new String(signed.encoded(), StandardCharsets.UTF_8))
                .isEqualTo(new String(Vectors.bytes(file.get("file").asText()), StandardCharsets.UTF_8));
    }
}
