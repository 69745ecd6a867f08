package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.assertion.AssertionRef;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.SequenceRef;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.OracleStore;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfStoreTest {

    @TempDir
    private Path folder;

    private Cache cache;

    @BeforeEach
    void open() {
        cache = Cache.open(folder.resolve("cache"), Instant.EPOCH);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void whatSnapDownloadLeavesIsAStore() {
        Path left = downloaded();
        try (ShelfStore store = ShelfStore.open(left, device(), cache)) {
            check(store);
        }
    }

    @Test
    void anArchiveOfItIsTheSameStore() throws IOException {
        Path left = downloaded();
        Path zip = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Path each : Directories.list(left)) {
                packed.putNextEntry(new ZipEntry("snaps/" + each.getFileName()));
                Files.copy(each, packed);
                packed.closeEntry();
            }
        }
        try (ShelfStore store = ShelfStore.open(zip, device(), cache)) {
            check(store);
        }
    }

    private Path downloaded() {
        Path target = folder.resolve("downloaded");
        try (TestStore server = TestStore.over(OracleStore.stock("uc20-small"))) {
            for (String name : List.of("hello20", "pc-kernel")) {
                Foreign.oracleTool("snap-testkeys")
                        .with("UBUNTU_STORE_URL", server.url())
                        .with("UBUNTU_STORE_ARCH", "amd64")
                        .with("no_proxy", "*")
                        .run("download", "--target-directory=" + target, name);
            }
        }
        return target;
    }

    private void check(ShelfStore store) {
        List<Offer> offers =
                store.refresh(Refresh.of(List.of(Ask.of(new SnapName("pc-kernel")), Ask.of(new SnapName("hello20")))));
        assertThat(offers).extracting(each -> each.name().value()).containsExactly("pc-kernel", "hello20");
        Offer hello = offers.get(1);
        assertThat(hello.snapYaml()).contains("name: hello20");
        ByteSource file = store.download(hello.file(), cache, Progress.SILENT);
        assertThat(file.id().whole()).isEqualTo(hello.file().digest());
        assertThat(store.find(
                        AssertionRef.of(
                                AssertionType.SNAP_REVISION,
                                hello.file().digest().base64Url(),
                                "global-upload"),
                        0))
                .isPresent();
        assertThatThrownBy(() -> store.refresh(Refresh.of(List.of(Ask.of(new SnapName("hello20"), Revision.of(99))))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("has no revision 99 for amd64, only " + hello.revision());
        assertThatThrownBy(() -> store.refresh(Refresh.of(List.of(Ask.of(new SnapName("nosuch"))))))
                .hasMessage("cannot choose snap \"nosuch\": \"" + store.name()
                        + "\" has no snap of that name with signed assertions");
    }

    @Test
    void componentsAndSequencesAreFoundToo() {
        try (ShelfStore store = ShelfStore.open(OracleStore.stock("uc24x"), device(), cache)) {
            Offer app = store.refresh(Refresh.of(List.of(Ask.of(new SnapName("comp-app")))))
                    .get(0);
            assertThat(app.components())
                    .extracting(each -> each.name().toString())
                    .containsExactly("comp-app+one", "comp-app+three", "comp-app+two");
            assertThat(store.download(app.components().get(0).file(), cache, Progress.SILENT)
                            .size())
                    .isPositive();
            assertThat(store.find(SequenceRef.validationSet("developer1", "pin", OptionalLong.empty()), 0)
                            .orElseThrow()
                            .header("sequence"))
                    .isEqualTo("2");
            assertThat(store.find(SequenceRef.validationSet("developer1", "pin", OptionalLong.of(1)), 0)
                            .orElseThrow()
                            .header("sequence"))
                    .isEqualTo("1");
        }
    }

    @Test
    void assertionsAreFoundInFilesOfAnyName() throws IOException {
        Files.createDirectories(folder.resolve("stock/asserts"));
        byte[] text = Sample.vector("types/snap-declaration.assert").encoded();
        Files.write(folder.resolve("stock/asserts/anything"), text);
        String id = Sample.vector("types/snap-declaration.assert").header("snap-id");
        try (ShelfStore store = ShelfStore.open(folder.resolve("stock"), device(), cache)) {
            assertThat(store.find(AssertionRef.snapDeclaration(id), 7)).isPresent();
            assertThat(store.assertion(AssertionQuery.of("snap-declaration", List.of("16", id), -1)))
                    .isEmpty();
        }
    }

    @Test
    void aDamagedAssertionFileIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("stock"));
        Files.writeString(folder.resolve("stock/x.assert"), "type: nonsense\n");
        assertThatThrownBy(() -> ShelfStore.open(folder.resolve("stock"), device(), cache))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(
                        "cannot read assertions of \"x.assert\" in \"" + folder.resolve("stock") + "\": ");
    }

    @Test
    void whatIsNeitherFolderNorArchiveIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> ShelfStore.open(file, device(), cache))
                .hasMessage("cannot use store \"" + file + "\": neither a folder nor a zip archive");
        Path nothing = folder.resolve("nothing");
        assertThatThrownBy(() -> ShelfStore.open(nothing, device(), cache))
                .hasMessage("cannot use store \"" + nothing + "\": there is no such folder or file");
    }

    @Test
    void aMirrorSparesTheStoreUnlessItsFileIsAnother() throws IOException {
        byte[] content = Sample.content(1000);
        Path good = Files.write(folder.resolve("good"), content);
        Path bad = Files.write(folder.resolve("bad"), new byte[1000]);
        try (TestStore server = TestStore.over(Sample.stock(folder, content))) {
            SnapStore online = Sample.open(server, new FastPacer());
            Download file = Sample.download(server, content);
            new MirroredStore(online, each -> java.util.Optional.of(good)).download(file, cache, Progress.SILENT);
            assertThat(server.requests()).isEmpty();
            try (Cache other = Cache.open(folder.resolve("other"), Instant.EPOCH)) {
                SnapStore mirrored = new MirroredStore(online, each -> java.util.Optional.of(bad));
                assertThat(mirrored.download(file, other, Progress.SILENT).id().whole())
                        .isEqualTo(Digest.compute(Digest.Algorithm.SHA3_384, content));
            }
            assertThat(server.requests()).hasSize(1);
            server.forget();
            Path cut = Files.write(folder.resolve("cut"), new byte[100]);
            try (Cache other = Cache.open(folder.resolve("third"), Instant.EPOCH)) {
                new MirroredStore(online, each -> java.util.Optional.of(cut)).download(file, other, Progress.SILENT);
            }
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(each -> assertThat(each.header("Range")).isEmpty());
        }
    }

    private static Device device() {
        return Device.of(Architecture.AMD64);
    }
}
