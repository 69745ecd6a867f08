package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Rounding;
import io.coreimage.problem.RefusedException;
import java.util.Optional;

/**
 * Chooses a volume's geometry by the rules of {@code mkfs.vfat} 4.2, so that a volume of ours is divided as one that
 * people know; its special cases for images of exactly a floppy disk's size are left out.
 */
final class Sizing {

    private static final int TABLES = 2;
    private static final int FIRST_CLUSTER_SECTORS = 4;
    private static final int MOST_CLUSTER_SIZE = 1 << 16;
    private static final int ROOT_ENTRIES = 512;
    private static final int FAT32_RESERVED = 32;

    /** From this size on nobody is offered less than FAT32. */
    private static final long FAT32_SIZE = 512L << 20;

    /** From this number of sectors on all regions start at a multiple of the cluster size. */
    private static final long ALIGNED_SECTORS = 8192;

    private final FatFormat format;
    private final int sectorSize;
    private final long sectors;
    private final Track track;

    private Sizing(FatFormat format) {
        this.format = format;
        this.sectorSize = format.sectorSize().bytes();
        this.sectors = format.sectorSize().sectorsIn(format.size());
        this.track = Track.of(sectors);
    }

    static FatGeometry geometry(FatFormat format) {
        Sizing sizing = new Sizing(format);
        FatGeometry geometry = sizing.choose();
        if (!isCountable(geometry)) {
            throw sizing.refused(geometry);
        }
        return geometry;
    }

    /** Return whether there is a geometry for a format that readers take for the right type. */
    static boolean isPossible(FatFormat format) {
        return isCountable(new Sizing(format).choose());
    }

    private FatGeometry choose() {
        boolean isLarge = format.type().isEmpty() && format.size().bytes() >= FAT32_SIZE;
        boolean isFat32 = format.type().equals(Optional.of(FatType.FAT32));
        return isLarge || isFat32 ? fat32() : fat12Or16();
    }

    private RefusedException refused(FatGeometry geometry) {
        FatType type = geometry.type();
        return new RefusedException(
                "cannot plan " + type + " of " + format.size() + ": it would have " + geometry.clusters()
                        + " clusters of " + geometry.clusterSize() + " bytes, and " + type + " has from "
                        + type.leastClusters() + " to " + type.mostClusters(),
                "Choose another size, type or cluster size; boot loaders tell the types apart by these numbers alone.");
    }

    private FatGeometry fat32() {
        int clusterSectors = format.clusterSectors().orElseGet(this::fat32ClusterSectors);
        return divide(FatType.FAT32, clusterSectors);
    }

    private int fat32ClusterSectors() {
        if (sectors > 67_108_864) {
            return 64;
        }
        if (sectors > 33_554_432) {
            return 32;
        }
        if (sectors > 16_777_216) {
            return 16;
        }
        return sectors > 532_480 ? 8 : 1;
    }

    /** Double the cluster until the clusters can be counted; where both types could, the one with more clusters wins. */
    private FatGeometry fat12Or16() {
        int clusterSectors = format.clusterSectors().orElse(FIRST_CLUSTER_SECTORS);
        FatGeometry last;
        do {
            FatGeometry fat12 = divide(FatType.FAT12, clusterSectors);
            FatGeometry fat16 = divide(FatType.FAT16, clusterSectors);
            boolean use12 = isWanted(FatType.FAT12) && isCountable(fat12);
            boolean use16 = isWanted(FatType.FAT16) && isCountable(fat16);
            if (use12 || use16) {
                return use16 && (!use12 || fat16.clusters() > fat12.clusters()) ? fat16 : fat12;
            }
            last = isWanted(FatType.FAT16) ? fat16 : fat12;
            clusterSectors *= 2;
        } while (format.clusterSectors().isEmpty() && clusterSectors * sectorSize <= MOST_CLUSTER_SIZE);
        return last;
    }

    private boolean isWanted(FatType type) {
        return format.type().isEmpty() || format.type().equals(Optional.of(type));
    }

    private static boolean isCountable(FatGeometry geometry) {
        FatType type = geometry.type();
        return geometry.clusters() >= type.leastClusters() && geometry.clusters() <= type.mostClusters();
    }

    private FatGeometry divide(FatType type, int clusterSectors) {
        long total = track.wholeTracks(sectors);
        long unit = sectors > ALIGNED_SECTORS ? clusterSectors : 1;
        boolean fixedRoot = type != FatType.FAT32;
        long rootSectors = fixedRoot
                ? Rounding.roundUp(Rounding.divideUp(ROOT_ENTRIES * (long) DirectoryEntry.SIZE, sectorSize), unit)
                : 0;
        long reserved = Rounding.roundUp(fixedRoot ? 1 : FAT32_RESERVED, unit);
        long room = Math.max(0, total - reserved - rootSectors);
        long table = Rounding.roundUp(
                Rounding.divideUp(type.tableBytes(estimate(type, room, clusterSectors)), sectorSize), unit);
        int rootEntries = (int) (rootSectors * sectorSize / DirectoryEntry.SIZE);
        return new FatGeometry(
                type, sectorSize, clusterSectors, reserved, TABLES, fixedRoot ? rootEntries : 0, total, table);
    }

    /** Return how many clusters fit beside their entries in both tables: (room + first two entries) / (cluster + entry). */
    private long estimate(FatType type, long room, int clusterSectors) {
        long bits = type.bits() * (long) TABLES;
        long roomBits = room * sectorSize * 8;
        long clusterBits = clusterSectors * (long) sectorSize * 8;
        return (roomBits + 2 * bits) / (clusterBits + bits);
    }
}
