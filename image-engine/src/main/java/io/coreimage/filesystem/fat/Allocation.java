package io.coreimage.filesystem.fat;

import io.coreimage.bytes.TreePath;
import io.coreimage.filesystem.fat.Folder.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which clusters everything gets: each thing a single run, directories first (so that they are written with the tables
 * in one go), then the files in the order of the tree.
 */
final class Allocation {

    private final FatGeometry geometry;
    private final boolean hasLabel;
    private final Map<TreePath, ClusterRun> runs = new HashMap<>();
    private final List<ClusterRun> order = new ArrayList<>();
    private long next = FatGeometry.FIRST_CLUSTER;

    Allocation(FatGeometry geometry, List<Folder> folders, boolean hasLabel) {
        this.geometry = geometry;
        this.hasLabel = hasLabel;
        for (Folder folder : folders) {
            boolean fixed = folder.isRoot() && geometry.rootEntries() > 0;
            add(folder.path(), fixed ? 0 : folderClusters(folder));
        }
        for (Folder folder : folders) {
            for (Member member : folder.members()) {
                if (!member.isDirectory()) {
                    add(member.path(), geometry.clustersFor(member.size()));
                }
            }
        }
    }

    private long folderClusters(Folder folder) {
        return Math.max(1, geometry.clustersFor(folder.entryCount(hasLabel) * DirectoryEntry.SIZE));
    }

    private void add(TreePath path, long count) {
        ClusterRun run = count == 0 ? ClusterRun.NONE : new ClusterRun(next, count);
        runs.put(path, run);
        if (count > 0) {
            order.add(run);
        }
        next += count;
    }

    /** Return the clusters of a file or directory. */
    ClusterRun of(TreePath path) {
        return Objects.requireNonNull(runs.get(path));
    }

    /** Return all runs in the order of the disk. */
    List<ClusterRun> runs() {
        return List.copyOf(order);
    }

    long usedClusters() {
        return next - FatGeometry.FIRST_CLUSTER;
    }

    /** Return the cluster that was taken last, or the first one where none was. */
    long lastUsed() {
        return Math.max(next - 1, FatGeometry.FIRST_CLUSTER);
    }
}
