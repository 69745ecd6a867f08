package io.coreimage.filesystem.fat;

import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Follows chains of clusters. Each cluster may be met once only, whatever chains there are, so that no chain is endless
 * and all of them together take no more steps than there are clusters.
 */
final class ChainReader {

    private final FatGeometry geometry;
    private final TableReader table;
    private final Consumer<Flaw> flaws;
    private final BitSet met = new BitSet();

    ChainReader(FatGeometry geometry, TableReader table, Consumer<Flaw> flaws) {
        this.geometry = geometry;
        this.table = table;
        this.flaws = flaws;
    }

    /** Return the runs of a chain up to its end, or up to what is wrong in it. */
    List<ClusterRun> read(String what, long first) throws IOException {
        List<ClusterRun> runs = new ArrayList<>();
        long start = first;
        long cluster = first;
        long entry = first;
        while (isSound(what, cluster, entry, start)) {
            met.set((int) cluster);
            start = cluster;
            entry = table.next(cluster);
            append(cluster, runs);
            if (geometry.type().isEnd(entry)) {
                break;
            }
            cluster = entry;
        }
        return runs;
    }

    private boolean isSound(String what, long cluster, long entry, long before) {
        if (!geometry.isCluster(cluster)) {
            flaw(before, "the chain of " + what + " goes on with " + describe(entry));
            return false;
        }
        if (met.get((int) cluster)) {
            flaw(before, "the chain of " + what + " goes on with cluster " + cluster + ", which is in a chain already");
            return false;
        }
        return true;
    }

    private static String describe(long entry) {
        return entry == 0 ? "a free cluster" : "cluster " + entry + ", which is not there";
    }

    private void flaw(long cluster, String reason) {
        long offset = table.offsetOf(Math.min(cluster, geometry.clusterEnd()));
        flaws.accept(new Flaw("fat table", offset, reason));
    }

    private static void append(long cluster, List<ClusterRun> runs) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).end() == cluster) {
            runs.set(last, new ClusterRun(runs.get(last).first(), runs.get(last).count() + 1));
        } else {
            runs.add(new ClusterRun(cluster, 1));
        }
    }

    /** Return the clusters that were met. */
    BitSet met() {
        return met;
    }
}
