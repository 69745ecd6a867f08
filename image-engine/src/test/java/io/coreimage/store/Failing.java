package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.assertion.AssertionRef;
import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.testkit.Fault;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store that fails on demand, and what every failure has in common: a sentence, a next step, and an end. */
abstract class Failing {

    static final String REFRESH = "/v2/snaps/refresh";
    static final String FILE = "/download/";
    static final String ASSERTIONS = "/v2/assertions/";
    static final byte[] CONTENT = Sample.content(20_000);

    @TempDir
    private Path folder;

    final FastPacer pacer = new FastPacer();
    TestStore server;
    SnapStore store;
    Cache cache;

    Path folder() {
        return folder;
    }

    @BeforeEach
    void open() throws IOException {
        server = TestStore.over(Sample.stock(folder, CONTENT).release("app1", "latest/stable", 7));
        store = Sample.open(server, pacer);
        cache = Cache.open(folder.resolve("cache"), Instant.EPOCH);
    }

    @AfterEach
    void close() {
        cache.close();
        server.close();
    }

    void refreshApp() {
        refresh(Ask.of(Sample.APP, Channel.LATEST_STABLE));
    }

    void refresh(Ask... asks) {
        assertThat(store.refresh(Refresh.of(List.of(asks)))).hasSize(asks.length);
    }

    void download() {
        try {
            assertThat(store.download(Sample.download(server, CONTENT), cache, Progress.SILENT)
                            .readAll())
                    .isEqualTo(CONTENT);
        } catch (IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    void declaration() {
        assertThat(store.find(AssertionRef.snapDeclaration(declarationId()), 7)).isPresent();
    }

    static String declarationId() {
        try {
            return Sample.vector("types/snap-declaration.assert").header("snap-id");
        } catch (IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    String file() {
        return server.url() + "download/app1_7.snap";
    }

    void answer(String path, String body) {
        server.failNext(path, Fault.status(200, "X-None", "", body));
    }

    /** Check the sentence, the next step and the number of requests, and that all is well afterwards. */
    void refuses(Runnable action, int requests, String message, String nextStep) {
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, action::run);
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).startsWith(message);
        assertThat(refused.nextStep()).isNotBlank().isEqualTo(nextStep);
        assertThat(server.requests()).hasSize(requests);
        server.recover();
        refreshApp();
        download();
        declaration();
    }

    void failsOnTheWay(IOException problem, Duration duration, String reason) {
        failsOnTheWay(
                call -> {
                    pacer.pass(duration);
                    throw problem;
                },
                reason);
    }

    void failsOnTheWay(Transport broken, String reason) {
        SnapStore unreachable = OnlineStore.open(Sample.access(server), Device.of(Architecture.AMD64), broken, pacer);
        CoreImageException refused = catchThrowableOfType(
                CoreImageException.class, () -> unreachable.refresh(Refresh.of(List.of(Ask.of(Sample.APP)))));
        assertThat(refused).hasMessage("cannot choose snaps: " + server.url() + "v2/snaps/refresh: " + reason);
        assertThat(refused.nextStep()).isNotBlank();
        assertThat(Collections.frequency(List.of(refused.getMessage()), "null")).isZero();
        refreshApp();
    }
}
