package io.coreimage.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.problem.RefusedException;
import io.coreimage.squashfs.Compression;
import io.coreimage.squashfs.Squashfs;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.OracleStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snaps packed of folders: what goes in, what is refused, and what snapd says to it. */
class SnapPackingTest {

    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void makeSource() throws IOException {
        source = folder.resolve("source");
        yaml("name: tool", "version: 1.10", "base: core22", "apps: {tool: {command: bin/tool --fast}}");
        program("bin/tool");
        write("data/text", "some text\n");
        Files.createSymbolicLink(source.resolve("data/link"), Path.of("text"));
        Files.createLink(source.resolve("data/second"), source.resolve("data/text"));
    }

    private void yaml(String... lines) throws IOException {
        write("meta/snap.yaml", String.join("\n", lines) + "\n");
    }

    private Path write(String path, String text) throws IOException {
        Path file = source.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void program(String path) throws IOException {
        write(path, "#!/bin/sh\n");
        Files.setAttribute(source.resolve(path), "unix:mode", 0755);
    }

    private SnapPacking packing() throws IOException {
        return (SnapPacking) Packing.of(source, TIME);
    }

    private Path pack(Compression compression, int threads) throws IOException {
        Path file = folder.resolve(compression + "-" + threads + ".snap");
        packing().write(file, compression, threads);
        return file;
    }

    @Test
    void isNamedAsSnapPackWould() throws IOException {
        assertThat(packing().fileName()).isEqualTo("tool_1.10_all.snap");
        yaml("name: tool", "version: '2'", "architectures: [amd64]");
        assertThat(packing().fileName()).isEqualTo("tool_2_amd64.snap");
        yaml("name: tool", "version: '2'", "architectures: [amd64, arm64]");
        assertThat(packing().fileName()).isEqualTo("tool_2_multi.snap");
    }

    @Test
    void whatVersionControlAndEditorsLeaveBehindStaysOut() throws IOException {
        for (String each :
                List.of(".git/config", ".gitignore", "old.snap", "bin/tool~", "data/.x.swp", "CVS/x", "a/,,b")) {
            write(each, "");
        }
        write("data/.git/kept", "");

        assertThat(packing().files().entries())
                .extracting(each -> each.path().toString())
                .containsExactly(
                        "",
                        "a",
                        "bin",
                        "bin/tool",
                        "data",
                        "data/.git",
                        "data/.git/kept",
                        "data/link",
                        "data/second",
                        "data/text",
                        "meta",
                        "meta/snap.yaml");
    }

    @Test
    void aFileWhoseFirstNameStaysOutIsKeptUnderItsNext() throws IOException {
        Files.createLink(source.resolve("data/a~"), source.resolve("data/text"));

        assertThat(packing().files().find("data/second")).isInstanceOf(FileTree.RegularFile.class);
        assertThat(packing().files().find("data/text")).isInstanceOf(FileTree.HardLink.class);
    }

    @Test
    void neitherUserNorUmaskNorDayNorThreadsCanBeSeen() throws IOException {
        byte[] first = Files.readAllBytes(pack(Compression.XZ, 1));
        Files.setAttribute(source.resolve("data/text"), "unix:mode", 0600);
        Files.setAttribute(source.resolve("bin/tool"), "unix:mode", 0775);
        Files.setAttribute(source.resolve("data"), "unix:mode", 02770);
        Files.setLastModifiedTime(source.resolve("data/text"), FileTime.fromMillis(1));

        assertThat(pack(Compression.XZ, 3)).hasBinaryContent(first);
        assertThat(first).hasSize(16384);
    }

    @Test
    void weReadTheSnapThatWePacked() throws IOException {
        Path file = pack(Compression.ZSTD, 2);
        byte[] bytes = Files.readAllBytes(file);
        SnapFile snap =
                SnapFile.open("tool.snap", Digest.compute(Digest.Algorithm.SHA3_384, bytes), ByteSource.of(bytes));

        assertThat(snap.info()).isEqualTo(packing().info());
        assertThat(snap.files().entries()).hasSameSizeAs(packing().files().entries());
    }

    private void refuses(String yaml, String reason) throws IOException {
        yaml(yaml);
        assertThatThrownBy(this::packing)
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot pack \"" + source + "\": " + reason);
    }

    @Test
    void refusesAProgramThatIsNotThere() throws IOException {
        refuses(
                "{name: tt, version: 1, apps: {t: {command: bin/to -x}}}",
                "line 1: command of app \"t\" names \"bin/to\", which is no file of the snap");
        refuses(
                "{name: tt, version: 1, apps: {t: {command: bin/tool, stop-command: bin}}}",
                "line 1: stop-command of app \"t\" names \"bin\", which is no file of the snap");
        refuses(
                "{name: tt, version: 1, apps: {t: {command: bin/tool, command-chain: [data/no]}}}",
                "line 1: command-chain of app \"t\" names \"data/no\", which is no file of the snap");
        refuses(
                "{name: tt, version: 1, apps: {t: {command: bin/tool, completer: c}}}",
                "line 1: completer of app \"t\" names \"c\", which is no file of the snap");
    }

    @Test
    void refusesAProgramThatCannotRun() throws IOException {
        refuses(
                "{name: tt, version: 1, apps: {t: {command: data/link}}}",
                "line 1: command of app \"t\" names \"data/link\", which is not executable");
    }

    @Test
    void takesAProgramOfTheBaseBehindALink() throws IOException {
        Files.createSymbolicLink(source.resolve("bin/sh"), Path.of("/bin/sh"));
        yaml("{name: tt, version: 1, base: core22, apps: {t: {command: bin/sh -c x}}}");

        assertThat(packing().info().apps()).containsExactly("t");
    }

    @Test
    void refusesHooksThatCannotRun() throws IOException {
        write("meta/hooks/install", "#!/bin/sh\n");
        refuses("{name: tt, version: 1}", "hook \"meta/hooks/install\" is not executable");
        program("meta/hooks/install");
        refuses("{name: tt, version: 1, hooks: {remove: }}", "line 1: hook \"remove\" has no file meta/hooks/remove");
    }

    @Test
    void refusesALinkInMetaOutOfTheFolder() throws IOException {
        Files.createSymbolicLink(source.resolve("meta/icon"), Path.of("../data/text"));
        yaml("{name: tt, version: 1}");
        assertThat(packing().title()).isEqualTo("tt 1");
        Files.createSymbolicLink(source.resolve("meta/other"), Path.of("/etc/passwd"));
        refuses("{name: tt, version: 1}", "\"meta/other\" is a link to what is not in the folder");
    }

    @Test
    void refusesLayoutsAndContentWithoutTheirPlace() throws IOException {
        refuses(
                "{name: tt, version: 1, base: core26, layout: {/usr/x: {bind: $SNAP/no}}}",
                "line 1: layout of \"/usr/x\" needs \"$SNAP/no\", which is not in the snap");
        refuses(
                "{name: tt, version: 1, base: core26, plugs: {p: {interface: content, content: c, target: no}}}",
                "line 1: target of plug \"p\" needs \"$SNAP/no\", which is not in the snap");
        yaml(
                "{name: tt, version: 1, base: core26, layout: {/usr/x: {bind: $SNAP/data}, /opt/y: {symlink: $SNAP_DATA/y}}}");
        assertThat(packing().info().name()).hasToString("tt");
    }

    @Test
    void refusesSnapshotsThatLeaveOutTheUnknown() throws IOException {
        write("meta/snapshots.yaml", "exclude: [$SNAP_DATA/cache/*, /etc]\n");
        refuses(
                "{name: tt, version: 1}",
                "meta/snapshots.yaml: \"/etc\" is no pattern of files to leave out: it starts with a variable such as"
                        + " $SNAP_DATA and knows no wildcard but *");
    }

    @Test
    void refusesAFolderWithoutSnapYaml() throws IOException {
        Files.delete(source.resolve("meta/snap.yaml"));

        assertThatThrownBy(this::packing).hasMessage("cannot pack \"" + source + "\": no meta/snap.yaml in it");
    }

    @Test
    void refusesABadSnapYaml() throws IOException {
        yaml("name: -bad-", "version: 1");

        assertThatThrownBy(this::packing)
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot pack \"" + source + "\": cannot read meta/snap.yaml of the folder: ");
    }

    @ParameterizedTest
    @CsvSource({"XZ", "GZIP", "ZSTD"})
    void unsquashfsFindsWhatSnapPackPutIn(Compression compression) throws IOException {
        Foreign.oracleTool("snap-testkeys").run("pack", source, folder);

        String theirs = listing(folder.resolve("tool_1.10_all.snap"));
        assertThat(listing(pack(compression, 2))).isEqualTo(theirs).contains("data/link -> text");
    }

    private static String listing(Path file) {
        return Foreign.tool("unsquashfs").run("-lln", file).replaceAll("[0-9]{4}-[0-9-]+ [0-9:]+", "TIME");
    }

    @Test
    void snapPacksOwnFileAndOursHoldTheSameTree() throws IOException {
        Foreign.oracleTool("snap-testkeys").run("pack", source, folder);

        assertThat(contents(folder.resolve("tool_1.10_all.snap"))).isEqualTo(contents(pack(Compression.XZ, 2)));
    }

    private static List<String> contents(Path file) throws IOException {
        FileTree tree = Squashfs.open(ByteSource.ofFile(file, Files.size(file))).tree();
        return tree.entries().stream().map(SnapPackingTest::describe).toList();
    }

    private static String describe(FileTree.Entry entry) {
        FileTree.Node same = entry.node().withAttributes(attributes -> attributes.withModified(TIME));
        try {
            return same instanceof FileTree.RegularFile file
                    ? entry.path() + " " + file.attributes()
                            + new String(file.content().readAll(), StandardCharsets.UTF_8)
                    : entry.path() + " " + same;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Test
    void snapdReadsOurFile() throws IOException {
        assertThat(Foreign.oracleTool("snap-testkeys").run("info", pack(Compression.XZ, 2)))
                .contains("name:       tool\n", "version:    1.10 -\n", "build-date: 2026-01-31\n", "  - tool\n");
        Foreign.oracleTool("snap-testkeys").run("pack", "--check-skeleton", source);
    }

    @Test
    void prepareImagePutsOurSnapIntoASeedThatLoads() throws IOException {
        yaml("name: greeting", "version: 1", "base: core20");
        Path snap = pack(Compression.XZ, 2);
        Path image = folder.resolve("image");
        Path model = Foreign.oracle().resolve("scenario/models/uc20-dangerous.model");

        try (OracleStore store = OracleStore.fast("uc20-small")) {
            Foreign.oracleTool("snap-testkeys")
                    .with("UBUNTU_STORE_URL", store.url())
                    .with("SNAPPY_TESTING", "1")
                    .run("prepare-image", "--snap", snap, model, image);
        }

        assertThat(Foreign.oracleTool("seedcheck").run("-strict", image.resolve("system-seed")))
                .contains("greeting");
    }
}
