package io.coreimage.disk;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The sums of a disk, computed from the plan's sources while somebody else writes it. They say what the file
 * has to hold, whatever became of it on the way.
 */
final class SumsBeside implements AutoCloseable {

    private final DiskPlan plan;
    private final WriteOptions options;
    private final Optional<ExecutorService> workers;
    private final List<Future<Digest>> whole = new ArrayList<>();
    private final List<Future<BlockMap.Range>> ranges = new ArrayList<>();

    private SumsBeside(DiskPlan plan, WriteOptions options) {
        this.plan = plan;
        this.options = options;
        this.workers = options.blockMap() || options.sha256()
                ? Optional.of(Executors.newFixedThreadPool(options.threads()))
                : Optional.empty();
    }

    static SumsBeside start(DiskPlan plan, WriteOptions options) {
        SumsBeside sums = new SumsBeside(plan, options);
        sums.workers.ifPresent(sums::submit);
        return sums;
    }

    private void submit(ExecutorService pool) {
        if (options.sha256()) {
            whole.add(pool.submit(() -> plan.digest(Digest.Algorithm.SHA_256)));
        }
        if (options.blockMap()) {
            ByteSource disk = plan.asSource();
            for (ByteRange each : BlockMap.mapped(plan)) {
                ranges.add(pool.submit(() -> BlockMap.sum(disk, each)));
            }
        }
    }

    /** Return the sums, once they are there. */
    DiskSums finish() throws IOException {
        return new DiskSums(blockMap(), sha256());
    }

    private Optional<BlockMap> blockMap() throws IOException {
        if (!options.blockMap()) {
            return Optional.empty();
        }
        List<BlockMap.Range> finished = new ArrayList<>();
        for (Future<BlockMap.Range> each : ranges) {
            finished.add(Waiting.on(each));
        }
        return Optional.of(new BlockMap(plan.size(), finished));
    }

    private Optional<Digest> sha256() throws IOException {
        return whole.isEmpty() ? Optional.empty() : Optional.of(Waiting.on(whole.get(0)));
    }

    /** Give up whatever is still to be computed. */
    @Override
    public void close() {
        workers.ifPresent(ExecutorService::shutdownNow);
    }
}
