package io.coreimage.filesystem.ext4;

import java.util.List;

/**
 * Neighbouring blocks.
 * @param start the first block
 * @param count how many
 */
record BlockRun(long start, long count) {

    long end() {
        return start + count;
    }

    /** Add a run behind others, as a part of the last one where they touch. */
    static void append(List<BlockRun> runs, BlockRun next) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).end() == next.start) {
            runs.set(last, new BlockRun(runs.get(last).start, runs.get(last).count + next.count));
        } else {
            runs.add(next);
        }
    }

    static long total(List<BlockRun> runs) {
        return runs.stream().mapToLong(BlockRun::count).sum();
    }
}
