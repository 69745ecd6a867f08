package io.coreimage.disk;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Batches that one or several threads take in the order of the disk. */
final class BatchQueue {

    private final List<Batch> batches;
    private final AtomicInteger next = new AtomicInteger();

    BatchQueue(List<Batch> batches) {
        this.batches = List.copyOf(batches);
    }

    int size() {
        return batches.size();
    }

    /** Return a batch that nobody has taken yet, or {@code null} when there is none. */
    @Nullable
    Batch take() {
        int number = next.getAndIncrement();
        return number < batches.size() ? batches.get(number) : null;
    }

    /** Let nobody take any more. */
    void close() {
        next.set(batches.size());
    }
}
