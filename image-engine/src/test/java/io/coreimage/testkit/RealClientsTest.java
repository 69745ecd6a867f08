package io.coreimage.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test store is right when snapd's own clients take it for a store. */
class RealClientsTest {

    @TempDir
    private Path folder;

    @Test
    void prepareImageBuildsAWholeSeedFromTheTestStore() {
        try (TestStore store = TestStore.over(OracleStore.stock("uc20-small"))) {
            client("snap-testkeys", store).run("prepare-image", model("uc20-signed"), folder);
            Foreign.oracleTool("seedcheck").run("-strict", folder.resolve("system-seed"));
            assertThat(store.requests("/v2/snaps/refresh")).isNotEmpty();
        }
    }

    @Test
    void theNewestPrepareImageTakesComponentsAndSetsFromTheTestStore() {
        try (TestStore store = TestStore.over(OracleStore.stock("uc24x"))) {
            client("newest/snap", store)
                    .run("prepare-image", "--validation=enforce", model("x24-vset-seq1"), folder.resolve("sets"));
            client("newest/snap", store).run("prepare-image", model("x24-comp-signed"), folder.resolve("components"));
            Foreign.oracleTool("newest/seedcheck").run("-strict", folder.resolve("components/system-seed"));
            assertThat(folder.resolve("components/system-seed/snaps"))
                    .isDirectoryContaining(each -> each.toString().endsWith(".comp"));
        }
    }

    @Test
    void snapDownloadResumesFromTheTestStoreWhatWasCut() throws IOException {
        try (TestStore store = TestStore.over(OracleStore.stock("uc20-small"))) {
            store.failNext("/download/", Fault.cutAfter(5000));
            client("snap-testkeys", store).in(folder).run("download", "hello20");
            List<Path> files;
            try (var all = Files.list(folder)) {
                files = all.toList();
            }
            assertThat(files).anyMatch(each -> each.toString().endsWith(".snap"));
            assertThat(store.requests("/download/")).hasSize(2);
            assertThat(store.requests("/download/").get(1).header("Range")).contains("bytes=5000-");
        }
    }

    @Test
    void anUnknownSnapIsUnknownToARealClientToo() {
        try (TestStore store = TestStore.over(OracleStore.stock("uc20-small"))) {
            ForeignTool.Verdict verdict =
                    client("snap-testkeys", store).in(folder).judge("download", "no-such-snap");
            assertThat(verdict.status()).isEqualTo(1);
            assertThat(verdict.errors()).contains("snap not found");
        }
    }

    private static ForeignTool client(String name, TestStore store) {
        return Foreign.oracleTool(name)
                .with("UBUNTU_STORE_URL", store.url())
                .with("UBUNTU_STORE_ARCH", "amd64")
                .with("SNAPPY_TESTING", "1")
                .with("no_proxy", "*");
    }

    private static Path model(String name) {
        Path model = Foreign.oracle().resolve("scenario/models").resolve(name + ".model");
        Foreign.requireMachine("oracle model " + name, Files.isReadable(model));
        return model;
    }
}
