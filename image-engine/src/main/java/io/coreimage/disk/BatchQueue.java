package io.coreimage.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The batches of a plan, taken by one or several threads in the order of the disk. */
final class BatchQueue {

    private final List<Batch> batches;
    private final PartialFile file;
    private final WriteProgress progress;
    private final long total;
    private final AtomicInteger next = new AtomicInteger();
    private long written;

    BatchQueue(List<Batch> batches, PartialFile file, WriteProgress progress) {
        this.batches = batches;
        this.file = file;
        this.progress = progress;
        this.total = batches.stream().mapToLong(Batch::size).sum();
    }

    void writeAll(int threads) throws IOException {
        if (threads <= 1) {
            writeAll(new BatchWriter(file.channel()));
        } else {
            writeInParallel(threads);
        }
    }

    private void writeAll(BatchWriter writer) throws IOException {
        for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
            writer.write(batches.get(i));
            advance(batches.get(i).size());
        }
    }

    private synchronized void advance(long count) {
        written += count;
        progress.advanced(written, total);
    }

    private void writeInParallel(int threads) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Callable<Boolean> work = this::work;
            for (Future<Boolean> result : workers.invokeAll(Collections.nCopies(threads, work))) {
                Waiting.on(result);
            }
        } catch (InterruptedException ex) {
            throw Waiting.interrupted(ex);
        } finally {
            workers.shutdownNow();
        }
    }

    private boolean work() throws IOException {
        try (FileChannel channel = file.open()) {
            writeAll(new BatchWriter(channel));
            return true;
        } finally {
            // When this thread fails there is nothing left to do for the others.
            next.set(batches.size());
        }
    }
}
