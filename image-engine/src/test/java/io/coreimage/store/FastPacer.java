package io.coreimage.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody waits, and then at once. */
final class FastPacer implements Pacer {

    private final List<Duration> pauses = new ArrayList<>();
    private long now;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) {
        pauses.add(duration);
        now += duration.toNanos();
    }

    synchronized void pass(Duration duration) {
        now += duration.toNanos();
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
