package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.RefusedException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a FAT file system shall be like, besides the files in it.
 * @param size the size of the volume
 * @param sectorSize the sector size of the disk that it lies on
 * @param label its name, at most 11 characters; nothing for none
 * @param created when it was made; the time of the label
 * @param type its type; where nobody says, the one that {@code mkfs.vfat} chooses
 * @param clusterSectors how many sectors a cluster has; where nobody says, what {@code mkfs.vfat} chooses
 * @param volumeId its number; where nobody says, it is derived from the names, sizes and times of what is in it
 * @param hiddenSectors how many sectors lie in front of it on the disk
 */
public record FatFormat(
        Size size,
        SectorSize sectorSize,
        String label,
        Instant created,
        Optional<FatType> type,
        OptionalInt clusterSectors,
        OptionalLong volumeId,
        long hiddenSectors) {

    private static final Size LEAST = Size.ofMiB(1);
    private static final Size MOST = Size.ofGiB(32);

    public FatFormat {
        VolumeLabel.check(label);
        if (size.compareTo(LEAST) < 0 || size.compareTo(MOST) > 0) {
            throw new RefusedException(
                    "cannot plan a FAT file system of " + size + ": it has from " + LEAST + " to " + MOST);
        }
        if (clusterSectors.isPresent() && Integer.bitCount(clusterSectors.getAsInt()) != 1) {
            throw new RefusedException("cannot plan a FAT file system of " + clusterSectors.getAsInt()
                    + " sectors in a cluster: the number has to be a power of two");
        }
        if (hiddenSectors >>> 32 != 0 || volumeId.orElse(0) >>> 32 != 0) {
            throw new IllegalArgumentException("hidden sectors and volume id have 32 bits");
        }
    }

    /** Return a format that leaves every choice to the rules of {@code mkfs.vfat}. */
    public static FatFormat of(Size size, SectorSize sectorSize, String label, Instant created) {
        return new FatFormat(
                size, sectorSize, label, created, Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), 0);
    }

    /** Return whether readers would take a volume of this size for the type it is to have. */
    public boolean isPossible() {
        return Sizing.isPossible(this);
    }

    public FatFormat withSize(Size other) {
        return new FatFormat(other, sectorSize, label, created, type, clusterSectors, volumeId, hiddenSectors);
    }

    public FatFormat withType(FatType other) {
        return new FatFormat(
                size, sectorSize, label, created, Optional.of(other), clusterSectors, volumeId, hiddenSectors);
    }

    public FatFormat withClusterSectors(int other) {
        return new FatFormat(size, sectorSize, label, created, type, OptionalInt.of(other), volumeId, hiddenSectors);
    }

    public FatFormat withVolumeId(long other) {
        return new FatFormat(
                size, sectorSize, label, created, type, clusterSectors, OptionalLong.of(other), hiddenSectors);
    }

    public FatFormat withHiddenSectors(long other) {
        return new FatFormat(size, sectorSize, label, created, type, clusterSectors, volumeId, other);
    }
}
