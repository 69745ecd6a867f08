package io.coreimage.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The threads that write the batches of a plan.
 *
 * <pre>
 * this thread   copies what lies in files and in memory, then helps
 * helpers       decompress and compute what has to be, if there is any
 * </pre>
 *
 * <p>More threads that copy would only wait for each other: writes to one file take turns in the kernel, and those who wait
 * keep a processor busy.
 */
final class BatchCrew {

    private final BatchQueue copied;
    private final BatchQueue computed;
    private final PartialFile file;
    private final WriteProgress progress;
    private final long total;
    private long written;

    BatchCrew(List<Batch> batches, int threads, PartialFile file, WriteProgress progress) {
        boolean alone = threads == 1;
        this.copied = new BatchQueue(
                batches.stream().filter(each -> alone || !each.isComputed()).toList());
        this.computed = new BatchQueue(
                batches.stream().filter(each -> !alone && each.isComputed()).toList());
        this.file = file;
        this.progress = progress;
        this.total = batches.stream().mapToLong(Batch::size).sum();
    }

    void write(int threads) throws IOException {
        int helpers = Math.min(threads - 1, computed.size());
        if (helpers == 0) {
            writeOwnPart();
        } else {
            writeWith(helpers);
        }
    }

    private void writeWith(int helpers) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(helpers);
        try {
            List<Future<Boolean>> helping = new ArrayList<>();
            for (int i = 0; i < helpers; i++) {
                helping.add(pool.submit(this::help));
            }
            writeOwnPart();
            for (Future<Boolean> each : helping) {
                Waiting.on(each);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void writeOwnPart() throws IOException {
        BatchWriter writer = new BatchWriter(file.channel());
        writeAll(copied, writer);
        writeAll(computed, writer);
    }

    private boolean help() throws IOException {
        try (FileChannel channel = file.open()) {
            writeAll(computed, new BatchWriter(channel));
            return true;
        }
    }

    private void writeAll(BatchQueue queue, BatchWriter writer) throws IOException {
        try {
            for (Batch batch = queue.take(); batch != null; batch = queue.take()) {
                writer.write(batch);
                advance(batch.size());
            }
        } catch (IOException | RuntimeException ex) {
            // When one thread fails there is nothing left to do for the others.
            copied.close();
            computed.close();
            throw ex;
        }
    }

    private synchronized void advance(long count) {
        written += count;
        progress.advanced(written, total);
    }
}
