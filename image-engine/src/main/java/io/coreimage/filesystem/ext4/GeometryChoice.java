package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Rounding;
import io.coreimage.problem.RefusedException;

/**
 * Chooses the numbers of a new file system as {@code mke2fs} does with the configuration of Ubuntu 22.04 and 24.04, with
 * one difference: a tree with more files than the usual number of inodes gets as many as it needs and an eighth more.
 */
final class GeometryChoice {

    private static final int INODE_SIZE = 256;
    private static final long MIB = 1 << 20;

    /** A last group with fewer blocks than this beyond its own tables is left away. */
    private static final int LEAST_USE_OF_LAST_GROUP = 50;

    /** Descriptors are kept in reserve for a file system that grows to this many times its size. */
    private static final int GROWTH = 1024;

    private static final long MAX_NARROW_BLOCKS = 0xFFFF_FFFFL;

    private final Ext4Options options;
    private final long neededInodes;
    private final int blockSize;

    GeometryChoice(Ext4Options options, long neededInodes) {
        this.options = options;
        this.neededInodes = neededInodes;
        this.blockSize = options.blockSize();
    }

    Geometry choose() {
        long blocks = options.size().bytes() / blockSize;
        if (blocks > MAX_NARROW_BLOCKS) {
            throw new RefusedException("cannot make an ext4 file system of " + options.size()
                    + ": more than 16 TiB (4 TiB with blocks of 1024 bytes) are not provided for");
        }
        Geometry geometry = of(blocks);
        while (hasUselessTail(geometry)) {
            geometry = of(geometry.groupStart(geometry.groups() - 1));
        }
        return geometry;
    }

    private Geometry of(long blocks) {
        Geometry plain = new Geometry(options.features(), blockSize, blocks, groupsOf(blocks), 0, INODE_SIZE, 0);
        if (plain.groups() < 1) {
            throw Geometry.tooSmall(options);
        }
        int reserved = options.features().compatible(Ext4Features.RESIZE_INODE) ? reservedGdtBlocks(plain) : 0;
        return new Geometry(
                featuresFor(plain, reserved),
                blockSize,
                blocks,
                plain.groups(),
                inodesPerGroup(plain),
                INODE_SIZE,
                reserved);
    }

    private static Ext4Features featuresFor(Geometry plain, int reserved) {
        Ext4Features features = plain.features();
        if (plain.journalBlocks() == 0) {
            features = features.withoutJournal();
        }
        return reserved == 0 ? features.withoutResizeInode() : features;
    }

    private int groupsOf(long blocks) {
        long first = blockSize == 1024 ? 1 : 0;
        return (int) Rounding.divideUp(Math.max(0, blocks - first), 8L * blockSize);
    }

    private boolean hasUselessTail(Geometry geometry) {
        int last = geometry.groups() - 1;
        long length = geometry.groupEnd(last) - geometry.groupStart(last);
        long tables = 2L + geometry.inodeTableBlocks() + geometry.copyBlocks(last);
        if (last == 0 && length <= tables) {
            throw Geometry.tooSmall(options);
        }
        return last > 0 && length < geometry.blocksPerGroup() && length < tables + LEAST_USE_OF_LAST_GROUP;
    }

    /** The reserve cannot be larger than what one block of the resize inode lists. */
    private int reservedGdtBlocks(Geometry plain) {
        long grown = Math.min(plain.blocks() * GROWTH, MAX_NARROW_BLOCKS);
        long groups = Rounding.divideUp(grown - plain.firstDataBlock(), plain.blocksPerGroup());
        long blocks = Rounding.divideUp(groups, blockSize / plain.descriptorSize()) - plain.descriptorBlocks();
        return (int) Math.min(blocks, blockSize / Integer.BYTES);
    }

    /** Return a number that fills blocks, and bytes of a bitmap. */
    private int inodesPerGroup(Geometry plain) {
        long wanted = Math.max(plain.blocks() * blockSize / bytesPerInode(), neededInodes + neededInodes / 8);
        long perGroup = Rounding.divideUp(wanted, plain.groups());
        if (perGroup > 8L * blockSize) {
            if (neededInodes > 8L * blockSize * plain.groups()) {
                throw new RefusedException("cannot put " + neededInodes + " files into an ext4 file system of "
                        + options.size() + ": it holds at most " + 8L * blockSize * plain.groups());
            }
            perGroup = 8L * blockSize;
        }
        long needed = Rounding.divideUp(neededInodes, plain.groups());
        return Math.max(filling(perGroup), (int) Rounding.divideUp(needed, Byte.SIZE) * Byte.SIZE);
    }

    private int filling(long inodes) {
        long tableBlocks = Rounding.divideUp(inodes * INODE_SIZE, blockSize);
        return (int) (tableBlocks * blockSize / INODE_SIZE) & -Byte.SIZE;
    }

    private long bytesPerInode() {
        long size = options.size().bytes() / MIB;
        if (size < 3) {
            return 8192;
        }
        if (size < 512) {
            return 4096;
        }
        return size < 4 * MIB ? 16384 : 32768;
    }
}
