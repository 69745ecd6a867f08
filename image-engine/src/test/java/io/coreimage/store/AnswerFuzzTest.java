package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.SnapName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whatever a store answers: it is understood, or refused in one of our own words. */
class AnswerFuzzTest {

    private static final List<Ask> ASKS = List.of(Ask.of(new SnapName("app1")), Ask.of(new SnapName("app2")));

    @FuzzTest(maxDuration = "10m")
    void refresh(byte[] data) {
        ask(data, store -> store.refresh(Refresh.of(ASKS)));
    }

    @FuzzTest(maxDuration = "10m")
    void info(byte[] data) {
        ask(data, store -> store.info(new SnapName("app1")));
    }

    @FuzzTest(maxDuration = "10m")
    void assertion(byte[] data) {
        ask(data, store -> store.assertion(AssertionQuery.of("account", List.of("x"), 0)));
    }

    private static void ask(byte[] data, java.util.function.Consumer<SnapStore> question) {
        if (data.length == 0) {
            return;
        }
        boolean gzip = (data[0] & 1) == 1;
        int status = (data[0] & 2) == 2 ? 404 : 200;
        byte[] body = java.util.Arrays.copyOfRange(data, 1, data.length);
        SnapStore store = OnlineStore.open(
                StoreAccess.of(StoreAddresses.SNAP_STORE, "fuzz"),
                Device.of(Architecture.AMD64),
                call -> new CannedReply(status, gzip, body),
                new FastPacer());
        try {
            question.accept(store);
        } catch (CoreImageException ex) {
            assertThat(ex.getMessage()).startsWith("cannot ");
        }
    }

    /** An answer from a can. */
    private static final class CannedReply implements Reply {

        private final int status;
        private final boolean gzip;
        private byte @Nullable [] body;

        CannedReply(int status, boolean gzip, byte[] body) {
            this.status = status;
            this.gzip = gzip;
            this.body = body;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public Optional<String> header(String name) {
            Map<String, String> headers =
                    Map.of("Content-Type", "application/json", "Content-Encoding", gzip ? "gzip" : "identity");
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public @Nullable ByteBuffer next(Duration patience) {
            byte[] rest = body;
            body = null;
            return rest == null ? null : ByteBuffer.wrap(rest);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
