package io.coreimage.store;

import io.coreimage.problem.FaultException;
import java.time.Duration;
import java.util.Locale;

/** Ends a download that is too slow to ever end. */
final class SlowGuard {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final long SLOWEST = 4096;

    private final Pacer pacer;
    private final String purpose;
    private long windowStart;
    private long windowBytes;

    SlowGuard(Pacer pacer, String purpose) {
        this.pacer = pacer;
        this.purpose = purpose;
        this.windowStart = pacer.nanos();
    }

    void received(long bytes) {
        windowBytes += bytes;
        check();
    }

    /** Return how long to wait for the next bytes. */
    Duration patience() {
        check();
        return WINDOW.minusNanos(pacer.nanos() - windowStart).plusSeconds(1);
    }

    private void check() {
        double seconds = (pacer.nanos() - windowStart) / 1e9;
        if (seconds < WINDOW.toSeconds()) {
            return;
        }
        double speed = windowBytes / seconds;
        if (speed < SLOWEST) {
            throw new FaultException(
                    String.format(Locale.ROOT, "cannot %s: too slow, %.0f bytes per second", purpose, speed),
                    "What has come is kept; run the build again with a better network.",
                    null);
        }
        windowStart = pacer.nanos();
        windowBytes = 0;
    }
}
