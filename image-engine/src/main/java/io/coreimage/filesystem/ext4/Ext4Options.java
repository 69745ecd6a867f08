package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file system is to be, besides its files.
 * @param size how large it is; what does not fill a block is left over at the end
 * @param label its name, at most 16 bytes
 * @param features what it makes use of
 * @param created when it is said to have been made
 * @param ids its ids, or {@code null} to derive them from what goes into it, which asks each file for its digest
 * @param blockSize the size of a block in bytes: 1024, 2048 or 4096
 * @param reservedPercent how much of it only root may fill
 */
public record Ext4Options(
        Size size,
        String label,
        Ext4Features features,
        Instant created,
        @Nullable Ext4Ids ids,
        int blockSize,
        int reservedPercent) {

    static final int MAX_LABEL_LENGTH = 16;

    private static final int DEFAULT_RESERVED_PERCENT = 5;
    private static final Size SMALL = Size.ofMiB(32);
    private static final Set<Integer> BLOCK_SIZES = Set.of(1024, 2048, 4096);

    public Ext4Options {
        if (label.getBytes(StandardCharsets.UTF_8).length > MAX_LABEL_LENGTH || label.indexOf('\0') >= 0) {
            throw new RefusedException(
                    "cannot label an ext4 file system \"" + label + "\": a label has at most 16 bytes and no zero");
        }
        if (!BLOCK_SIZES.contains(blockSize)) {
            throw new RefusedException(
                    "cannot make an ext4 file system with blocks of " + blockSize + " bytes: 1024, 2048 or 4096 it is");
        }
        if (reservedPercent < 0 || reservedPercent > 50) {
            throw new IllegalArgumentException("reserved percent (" + reservedPercent + ") must be 0 to 50");
        }
        if (created.getEpochSecond() < 0 || created.getEpochSecond() >= 1L << 40) {
            throw new RefusedException("cannot say that an ext4 file system was made at " + created
                    + ": the time must lie between 1970 and the year 36812");
        }
    }

    /**
     * Return what {@code mkfs.ext4} would be given for an image on a disk with sectors of 512 bytes: blocks of 1024
     * bytes up to 32 MiB, else of 4096.
     */
    public static Ext4Options of(Size size, String label, Ext4Features features, Instant created) {
        return new Ext4Options(size, label, features, created, null, defaultBlockSize(size), DEFAULT_RESERVED_PERCENT);
    }

    private static int defaultBlockSize(Size size) {
        return size.compareTo(SMALL) <= 0 ? 1024 : 4096;
    }

    /** Return these with blocks that a disk with sectors of the given size can read. */
    public Ext4Options onSectorsOf(int sectorSize) {
        return withBlockSize(Math.max(blockSize, sectorSize));
    }

    public Ext4Options withBlockSize(int other) {
        return new Ext4Options(size, label, features, created, ids, other, reservedPercent);
    }

    /** Return these with another size, and everything else (the size of a block too) as it is. */
    public Ext4Options withSize(Size other) {
        return new Ext4Options(other, label, features, created, ids, blockSize, reservedPercent);
    }

    public Ext4Options withIds(Ext4Ids other) {
        return new Ext4Options(size, label, features, created, other, blockSize, reservedPercent);
    }

    public Ext4Options withReservedPercent(int other) {
        return new Ext4Options(size, label, features, created, ids, blockSize, other);
    }
}
