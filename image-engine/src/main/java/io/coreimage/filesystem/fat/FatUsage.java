package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Size;

/**
 * How full a volume is.
 * @param clusterSize how much a cluster holds, the least that a file takes
 * @param clusters how many clusters there are
 * @param usedClusters how many of them something lies in
 */
public record FatUsage(Size clusterSize, long clusters, long usedClusters) {

    /** Return how much room files and directories take. */
    public Size used() {
        return clusterSize.times(usedClusters);
    }

    /** Return how much room is left. */
    public Size free() {
        return clusterSize.times(clusters - usedClusters);
    }
}
