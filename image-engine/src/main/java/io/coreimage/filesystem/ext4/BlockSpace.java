package io.coreimage.filesystem.ext4;

import java.util.ArrayList;
import java.util.List;

/**
 * Hands out the blocks that no table needs, from the first to the last. What was handed out is therefore everything
 * before a frontier, and no map of it has to be kept.
 */
final class BlockSpace {

    private final TablePlaces places;
    private final Geometry geometry;
    private int group;
    private long frontier;
    private long missing;

    BlockSpace(TablePlaces places) {
        this.places = places;
        this.geometry = places.geometry();
        this.frontier = places.free(0);
    }

    /** Hand out that many blocks, in as few runs as possible; behind the last block go on counting what is missing. */
    List<BlockRun> take(long count) {
        List<BlockRun> runs = new ArrayList<>();
        long left = count;
        while (left > 0 && skipFullGroups()) {
            long length = Math.min(left, geometry.groupEnd(group) - frontier);
            BlockRun.append(runs, new BlockRun(frontier, length));
            frontier += length;
            left -= length;
        }
        missing += left;
        return runs;
    }

    /** Hand out one block, or block 0 when there is none. */
    long takeOne() {
        List<BlockRun> one = take(1);
        return one.isEmpty() ? 0 : one.get(0).start();
    }

    private boolean skipFullGroups() {
        while (frontier >= geometry.groupEnd(group)) {
            if (group + 1 == geometry.groups()) {
                return false;
            }
            group++;
            frontier = places.free(group);
        }
        return true;
    }

    /** Return how many blocks were asked for and not there. */
    long missing() {
        return missing;
    }

    /** Return the first block of a group that is free; its end if it is full. */
    long firstFree(int which) {
        if (which < group) {
            return geometry.groupEnd(which);
        }
        return which == group ? frontier : places.free(which);
    }

    /** Return how many blocks of a group are free. */
    long free(int which) {
        return geometry.groupEnd(which) - firstFree(which);
    }

    long free() {
        long free = 0;
        for (int which = 0; which < geometry.groups(); which++) {
            free += free(which);
        }
        return free;
    }
}
