package io.coreimage.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.assertion.Assertion;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.resolve.Resolver;
import io.coreimage.resolve.ShopFolder;
import io.coreimage.resolve.Wishes;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First boots done in advance, with assertions that the oracle's brand signed. */
class PreseedingTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");
    private static final SystemLabel LABEL = new SystemLabel("20261120");
    private static final byte[] ARTIFACT = "the files of a first boot".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Choice choice;

    @BeforeEach
    void choose() throws IOException {
        Path scenario = Foreign.oracle().resolve("scenario");
        try (Cache cache = Cache.open(folder.resolve("cache"), TIME)) {
            OracleCase tiny = OracleCase.of("uc22-signed-small", "uc22-signed", "uc22-small");
            choice = new Resolver(
                            new ShopFolder(tiny.store(scenario)), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .resolve(tiny.model(scenario), Wishes.NONE);
        }
    }

    private String headers() {
        String snaps = choice.snaps().stream()
                .map(each -> "{\"name\": \"%s\", \"id\": \"%s\", \"revision\": \"%s\"}"
                        .formatted(each.name(), each.id(), each.revision()))
                .collect(Collectors.joining(", "));
        return """
                {"type": "preseed", "series": "16", "brand-id": "developer1", "authority-id": "developer1",
                 "model": "uc22-signed", "system-label": "20261120", "timestamp": "2026-11-20T12:00:00Z",
                 "artifact-sha3-384": "DIGEST", "snaps": [SNAPS]}
                """.replace(
                "DIGEST", Digest.compute(Digest.Algorithm.SHA3_384, ARTIFACT).base64Url()).replace("SNAPS", snaps);
    }

    private static Assertion sign(String headers) {
        return Assertion.decode(Foreign.oracleTool("assertgen")
                .reading(headers.getBytes(StandardCharsets.UTF_8))
                .run("dev", "preseed")
                .getBytes(StandardCharsets.UTF_8));
    }

    private Seed place(byte[] artifact, List<Assertion> stream) {
        return Seed.of(choice, LABEL, TIME)
                .with(new Preseeding(ByteSource.of(artifact), stream, OracleTrust.at(TIME)), choice);
    }

    @Test
    void aPreseedOfTheSameSystemIsPlacedAndSnapdStillLoadsIt() throws IOException {
        Assertion preseed = sign(headers());
        Seed seed = place(ARTIFACT, List.of(preseed));
        Path tree = Unpacked.write(seed.tree(), folder.resolve("seed"));
        Path system = tree.resolve("systems/20261120");
        assertThat(Files.readAllBytes(system.resolve("preseed.tgz"))).isEqualTo(ARTIFACT);
        assertThat(Assertion.decodeStream(Files.readAllBytes(system.resolve("preseed"))))
                .containsExactly(preseed);
        Foreign.oracleTool("newest/seedcheck").run("-strict", tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "16"                  | "17"             | for series "17", not "16"
            "uc22-signed"         | "uc22-secured"   | for model "uc22-secured", not "uc22-signed"
            "20261120"            | "20261121"       | for system "20261121", not "20261120"
            "name": "hello22"     | "name": "hello2" | it knows nothing of snap "hello22"
            "snaps": [            | "snaps": [{"name": "more"}, | it has snap "more", which is not in the image
            """)
    void aPreseedOfSomethingElseIsRefused(String there, String instead, String reason) {
        String headers = headers();
        assertThat(headers).contains(there);
        Assertion other = sign(headers.replace(there, instead));
        assertThatThrownBy(() -> place(ARTIFACT, List.of(other)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot place the preseed: ")
                .hasMessageEndingWith(reason);
    }

    @Test
    void anotherRevisionOrIdIsRefused() {
        String headers = headers();
        String revision = "\"revision\": \"" + choice.kernel().revision() + "\"";
        Assertion older = sign(headers.replace(revision, "\"revision\": \"7777\""));
        assertThatThrownBy(() -> place(ARTIFACT, List.of(older)))
                .hasMessage("cannot place the preseed: its snap \"pc-kernel\" has another revision than the one in the"
                        + " image");
        Assertion stranger = sign(headers.replace(String.valueOf(choice.kernel().id()), "a".repeat(32)));
        assertThatThrownBy(() -> place(ARTIFACT, List.of(stranger)))
                .hasMessage(
                        "cannot place the preseed: its snap \"pc-kernel\" has another id than the one in the image");
    }

    @Test
    void anotherFileOrNoOrTwoAssertionsAreRefused() {
        Assertion preseed = sign(headers());
        assertThatThrownBy(() -> place(new byte[3], List.of(preseed)))
                .hasMessage("cannot place the preseed: the file has another digest than the assertion says");
        assertThatThrownBy(() -> place(ARTIFACT, List.of()))
                .hasMessage("cannot place the preseed: its file has 0 preseed assertions, and should have one");
        assertThatThrownBy(() -> place(ARTIFACT, List.of(preseed, choice.model().assertion())))
                .hasMessageContaining("its file has an assertion of type model too");
    }

    @Test
    void aBrokenSignatureIsRefused() {
        String text = new String(sign(headers()).encoded(), StandardCharsets.UTF_8);
        Assertion broken =
                Assertion.decode(text.replace("12:00:00Z", "12:00:01Z").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> place(ARTIFACT, List.of(broken)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("preseed/16/developer1/uc22-signed/20261120");
    }
}
