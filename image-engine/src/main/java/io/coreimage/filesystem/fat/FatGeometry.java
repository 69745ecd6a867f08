package io.coreimage.filesystem.fat;

/**
 * Where the regions of a volume lie.
 *
 * <pre>
 * ├ reserved ┼ table 1 ┼ table 2 ┼ root directory ┼ cluster 2 ┼ cluster 3 ┼ … ┤
 *   boot                           FAT12, FAT16:    data
 *   sectors                        of fixed size
 * </pre>
 *
 * @param type how wide the tables' entries are
 * @param sectorSize bytes in a sector
 * @param clusterSectors sectors in a cluster
 * @param reservedSectors sectors in front of the tables
 * @param tableCount how many copies of the table there are
 * @param rootEntries entries in a root directory of fixed size, else zero
 * @param totalSectors sectors in the volume
 * @param tableSectors sectors in one table
 */
record FatGeometry(
        FatType type,
        int sectorSize,
        int clusterSectors,
        long reservedSectors,
        int tableCount,
        int rootEntries,
        long totalSectors,
        long tableSectors) {

    /** The number of the first cluster. */
    static final int FIRST_CLUSTER = 2;

    FatGeometry withType(FatType other) {
        return new FatGeometry(
                other,
                sectorSize,
                clusterSectors,
                reservedSectors,
                tableCount,
                rootEntries,
                totalSectors,
                tableSectors);
    }

    int clusterSize() {
        return sectorSize * clusterSectors;
    }

    long clusters() {
        return Math.max(0, totalSectors - firstDataSector()) / clusterSectors;
    }

    /** Return the number behind that of the last cluster. */
    long clusterEnd() {
        return FIRST_CLUSTER + clusters();
    }

    long rootSectors() {
        return -Math.floorDiv(-rootEntries * (long) DirectoryEntry.SIZE, (long) sectorSize);
    }

    long firstDataSector() {
        return reservedSectors + tableCount * tableSectors + rootSectors();
    }

    long tableOffset(int copy) {
        return (reservedSectors + copy * tableSectors) * sectorSize;
    }

    long tableSize() {
        return tableSectors * sectorSize;
    }

    long rootOffset() {
        return tableOffset(tableCount);
    }

    long clusterOffset(long cluster) {
        return (firstDataSector() + (cluster - FIRST_CLUSTER) * clusterSectors) * sectorSize;
    }

    /** Return how many clusters some bytes take. */
    long clustersFor(long bytes) {
        return -Math.floorDiv(-bytes, (long) clusterSize());
    }

    boolean isCluster(long number) {
        return number >= FIRST_CLUSTER && number < clusterEnd();
    }
}
