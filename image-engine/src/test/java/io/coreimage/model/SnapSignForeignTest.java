package io.coreimage.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionSigner;
import io.coreimage.key.GnupgHome;
import io.coreimage.key.KeyPlaces;
import io.coreimage.key.Passphrase;
import io.coreimage.key.PublicKey;
import io.coreimage.key.SigningKey;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.GnupgSandbox;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the documentation and every model of the oracle: snapd signs the same text, and accepts ours. */
class SnapSignForeignTest {

    /** An account that the oracle's test store vouches for, with our key, in the place of every model's own. */
    private static final String BRAND = "developer1";

    private static GnupgSandbox gnupg;

    @TempDir
    static Path folder;

    private static Path prerequisites;

    @BeforeAll
    static void registerTheKey() throws IOException {
        Foreign.oracle();
        gnupg = new GnupgSandbox();
        gnupg.gpg().reading(TestKeys.secretKeyFile("vector-key")).run("--batch", "--import");
        prerequisites = Files.writeString(
                folder.resolve("prerequisites"), String.join("\n", storeKey(), account(), accountKey()));
    }

    @AfterAll
    static void closeTheHome() throws IOException {
        if (gnupg != null) {
            gnupg.close();
        }
    }

    private static String storeKey() {
        return Foreign.oracleTool("assertgen").run("show-store-key");
    }

    private static String account() {
        return generated(
                "account",
                "{'account-id':'" + BRAND + "','username':'" + BRAND
                        + "','display-name':'Brand','validation':'certified'}");
    }

    private static String accountKey() throws IOException {
        PublicKey key = TestKeys.signing("vector-key").publicKey();
        Path body = Files.writeString(folder.resolve("body"), key.encoded());
        return generated(
                "account-key",
                "{'account-id':'" + BRAND
                        + "','name':'vector-key','since':'2016-01-01T00:00:00Z','public-key-sha3-384':'" + key.id()
                        + "'}",
                "--body",
                body.toString());
    }

    private static String generated(String type, String headers, String... more) {
        Object[] arguments =
                Stream.concat(Stream.of("store", type), Stream.of(more)).toArray();
        return Foreign.oracleTool("assertgen")
                .reading(headers.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .run(arguments);
    }

    static Stream<Path> models() throws IOException {
        return Stream.concat(ModelFormsTest.models().map(folder -> folder.resolve("model.json")), oracleModels());
    }

    private static Stream<Path> oracleModels() throws IOException {
        try (Stream<Path> files = Files.list(Foreign.oracle().resolve("scenario/models"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void snapSignsTheSameTextThroughGnupg(Path file) throws IOException {
        String theirs = Foreign.oracleTool("snap-testkeys")
                .with("SNAP_GNUPG_HOME", gnupg.home().toString())
                .reading(Files.readAllBytes(file))
                .run("sign", "-k", "vector-key");
        String signature = theirs.substring(theirs.lastIndexOf("\n\n") + 2);
        SigningKey key = new KeyPlaces(List.of(new GnupgHome(gnupg.home(), "gpg", name -> Passphrase.none())))
                .find("vector-key")
                .open();

        assertThat(signed(Files.readString(file), key, PublicKey.signatureTime(signature)))
                .isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("models")
    void snapdAcceptsWhatWeSign(Path file) throws IOException {
        String model = Files.readString(file)
                .replaceAll("\"(authority-id|brand-id)\": *\"[^\"]*\"", "\"$1\": \"" + BRAND + "\"");
        SigningKey key = TestKeys.signing("vector-key");
        Path ours = Files.writeString(
                folder.resolve(file.getFileName() + ".model"),
                signed(model, key, Instant.parse("2026-01-31T00:00:00Z")));

        assertThat(Foreign.oracleTool("assertcheck").run("-p", prerequisites, ours))
                .contains("model");
    }

    private static String signed(String json, SigningKey key, Instant time) {
        ModelDraft draft = ModelText.json(json, "model.json").draft(ModelRules.strict());
        Assertion signed = new AssertionSigner(key).sign(draft.headers().entries(), time);
        return new String(signed.encoded(), StandardCharsets.UTF_8);
    }
}
