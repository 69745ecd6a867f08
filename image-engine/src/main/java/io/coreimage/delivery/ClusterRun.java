package io.coreimage.delivery;

import io.coreimage.disk.Extent;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring clusters of a disk that all hold something.
 * @param first the number of the first
 * @param count how many there are
 */
record ClusterRun(long first, long count) {

    /** Return the runs of sorted extents, in order; an extent lies in one of them as a whole. */
    static List<ClusterRun> of(List<Extent> extents, int clusterSize) {
        List<ClusterRun> runs = new ArrayList<>();
        for (Extent extent : extents) {
            long from = extent.offset() / clusterSize;
            long to = (extent.end() - 1) / clusterSize + 1;
            ClusterRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && from <= last.end()) {
                runs.set(runs.size() - 1, new ClusterRun(last.first, Math.max(to, last.end()) - last.first));
            } else {
                runs.add(new ClusterRun(from, to - from));
            }
        }
        return runs;
    }

    /** Return the number of the cluster behind the last. */
    long end() {
        return first + count;
    }

    int tableOfFirst(int entries) {
        return Math.toIntExact(first / entries);
    }

    int tableOfLast(int entries) {
        return Math.toIntExact((end() - 1) / entries);
    }
}
