package io.coreimage.filesystem.ext4;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring blocks of a file and where they stand.
 * @param logical the first of them, counted from the start of the file
 * @param start where it stands
 * @param count how many
 * @param written whether they hold data; reserved blocks that nobody wrote yet read as zero
 */
record Mapping(long logical, long start, long count, boolean written) {

    static Mapping of(long logical, BlockRun run) {
        return new Mapping(logical, run.start(), run.count(), true);
    }

    long logicalEnd() {
        return logical + count;
    }

    BlockRun blocks() {
        return new BlockRun(start, count);
    }

    /** Return mappings of runs that are one after the other in the file. */
    static List<Mapping> inOrder(long logical, List<BlockRun> runs) {
        List<Mapping> mappings = new ArrayList<>();
        long position = logical;
        for (BlockRun run : runs) {
            mappings.add(of(position, run));
            position += run.count();
        }
        return mappings;
    }
}
