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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cache for many builds, some of which die. */
class SharedCacheTest {

    private static final int KILLS = 20;
    private static final long LIMIT_SECONDS = 15;

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

    @Test
    void eightThreadsAndTwoProcessesFetchEachFileOnce() throws Exception {
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
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        int kills = 0;
        while (kills < KILLS && System.nanoTime() < end) {
            Set<String> before = blobs();
            if (before.size() == FetchingChild.FILES) {
                Files.delete(blob(before.iterator().next()));
                before = blobs();
            }
            server.forget();
            killAfter(random.nextInt(200), FetchingChild.start(server.url(), cache()));
            kills++;
            checkWhole();
            assertNoneIsAskedForAgain(before);
        }
        Set<String> before = blobs();
        server.forget();
        assertThat(drain(FetchingChild.start(server.url(), cache()))).isZero();
        assertNoneIsAskedForAgain(before);
        checkAll();
        assertThat(kills).isPositive();
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

    private void assertNoneIsAskedForAgain(Set<String> blobs) {
        Set<String> fetched = FetchingChild.files(server.url()).stream()
                .filter(each -> blobs.contains(each.digest().hex()))
                .map(each -> each.location().getPath())
                .collect(Collectors.toSet());
        assertThat(server.requests("/download/"))
                .extracting(RecordedRequest::path)
                .noneMatch(fetched::contains);
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
