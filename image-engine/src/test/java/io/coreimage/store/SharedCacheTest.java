package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.cache.Cache;
import io.coreimage.testkit.RecordedRequest;
import io.coreimage.testkit.Stock;
import io.coreimage.testkit.StockedSnap;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cache for many builds, some of which die. */
class SharedCacheTest {

    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    private TestStore server;

    @BeforeEach
    void open() throws IOException {
        Stock stock = Stock.empty();
        for (int i = 0; i < FetchingChild.FILES; i++) {
            byte[] content = FetchingChild.content(i);
            Path file = Files.write(folder.resolve(FetchingChild.name(i)), content);
            stock.add(new StockedSnap(
                    "file" + i,
                    Sample.APP_ID,
                    1,
                    "1",
                    "app",
                    List.of("all"),
                    null,
                    "x",
                    "",
                    file,
                    Digest.compute(Digest.Algorithm.SHA3_384, content),
                    content.length,
                    List.of()));
        }
        server = TestStore.over(stock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** The files come slowly, so that each process waits for what another one is just fetching, and the other way round. */
    @Test
    void eightThreadsAndTwoProcessesFetchEachFileOnce() throws Exception {
        server.slowedDown(Duration.ofMillis(20));
        Process first = FetchingChild.start(server.url(), cache());
        Process second = FetchingChild.start(server.url(), cache());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(threads.submit(() -> FetchingChild.fetch(server.url(), cache(), Progress.SILENT)));
        }
        for (Future<?> each : tasks) {
            each.get();
        }
        threads.shutdown();
        assertThat(drain(first)).isZero();
        assertThat(drain(second)).isZero();
        assertThat(server.requests("/download/"))
                .extracting(RecordedRequest::path)
                .doesNotHaveDuplicates()
                .hasSize(FetchingChild.FILES);
        checkAll();
    }

    @Test
    void aBuildThatIsKilledAtAnyMomentLeavesWhatTheNextOneCanUse() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < KILLS; i++) {
            if (blobs().size() == FetchingChild.FILES) {
                Files.delete(blob(blobs().iterator().next()));
            }
            Map<String, Long> before = here();
            server.forget();
            killAfter(random.nextInt(80), FetchingChild.start(server.url(), cache()));
            checkWhole();
            assertOnlyTheRestIsAskedFor(before);
        }
        Map<String, Long> before = here();
        server.forget();
        assertThat(drain(FetchingChild.start(server.url(), cache()))).isZero();
        assertOnlyTheRestIsAskedFor(before);
        checkAll();
    }

    /** Read so many signs of life, then kill. */
    private static void killAfter(int pieces, Process child) throws Exception {
        try (InputStream out = child.getInputStream()) {
            int left = pieces;
            while (left > 0 && out.read() >= 0) {
                left--;
            }
            child.destroyForcibly().waitFor();
        }
    }

    private static int drain(Process child) throws Exception {
        child.getInputStream().readAllBytes();
        return child.waitFor();
    }

    /** Return how many bytes of each file are in the cache, whole or on their way. */
    private Map<String, Long> here() throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        for (Download each : FetchingChild.files(server.url())) {
            Path whole = blob(each.digest().hex());
            Path part = cache().resolve("partial").resolve(each.digest().hex());
            Path file = Files.exists(whole) ? whole : part;
            sizes.put(each.location().getPath(), Files.exists(file) ? Files.size(file) : 0);
        }
        return sizes;
    }

    private void assertOnlyTheRestIsAskedFor(Map<String, Long> before) {
        assertThat(server.requests("/download/"))
                .extracting(RecordedRequest::path)
                .doesNotHaveDuplicates();
        for (RecordedRequest each : server.requests("/download/")) {
            long size = before.get(each.path());
            assertThat(size).isLessThan(FetchingChild.FILE_SIZE);
            assertThat(each.header("Range"))
                    .isEqualTo(size == 0 ? Optional.empty() : Optional.of("bytes=" + size + "-"));
        }
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Path blob(String hex) {
        return cache().resolve("blobs").resolve(hex.substring(0, 2)).resolve(hex);
    }

    private Set<String> blobs() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path shelf : Directories.list(cache().resolve("blobs"))) {
            Directories.list(shelf).forEach(each -> found.add(each.getFileName().toString()));
        }
        return found;
    }

    private void checkWhole() throws IOException {
        for (String each : blobs()) {
            assertThat(Digest.compute(Digest.Algorithm.SHA3_384, Files.readAllBytes(blob(each)))
                            .hex())
                    .isEqualTo(each);
        }
    }

    private void checkAll() throws IOException {
        checkWhole();
        try (Cache cache = Cache.open(cache(), Instant.EPOCH)) {
            for (Download each : FetchingChild.files(server.url())) {
                assertThat(cache.find(each.wanted())).isPresent();
            }
        }
    }
}
