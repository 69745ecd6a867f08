package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Rounding;
import io.coreimage.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The numbers that a file system's shape follows from.
 *
 * <pre>
 *  block 0 (or 1)   + blocksPerGroup   + blocksPerGroup
 *  ├ group 0 ───────┼ group 1 ─────────┼ group 2 ──── … ┤ blocks
 * </pre>
 *
 * @param features what it makes use of
 * @param blockSize the size of a block in bytes
 * @param blocks how many there are
 * @param groups how many groups they form
 * @param inodesPerGroup how many inodes each group has
 * @param inodeSize the size of an inode in bytes
 * @param reservedGdtBlocks how many blocks are kept for descriptors of groups to come
 */
record Geometry(
        Ext4Features features,
        int blockSize,
        long blocks,
        int groups,
        int inodesPerGroup,
        int inodeSize,
        int reservedGdtBlocks) {

    /** The most groups that keep their bitmaps and inode tables together. */
    static final int GROUPS_PER_FLEX = 16;

    /** From how many blocks on a journal has how many. */
    private static final NavigableMap<Long, Integer> JOURNAL_BLOCKS = new TreeMap<>(Map.of(
            0L,
            0,
            2L << 10,
            1 << 10,
            32L << 10,
            4 << 10,
            256L << 10,
            8 << 10,
            512L << 10,
            16 << 10,
            4L << 20,
            32 << 10,
            8L << 20,
            64 << 10,
            16L << 20,
            128 << 10,
            32L << 20,
            256 << 10));

    int firstDataBlock() {
        return blockSize == 1024 ? 1 : 0;
    }

    int blocksPerGroup() {
        return 8 * blockSize;
    }

    long inodes() {
        return (long) inodesPerGroup * groups;
    }

    int inodeTableBlocks() {
        return (int) Rounding.divideUp((long) inodesPerGroup * inodeSize, blockSize);
    }

    int descriptorSize() {
        return features.wide() ? GroupDescriptor.WIDE_SIZE : GroupDescriptor.SIZE;
    }

    int descriptorBlocks() {
        return (int) Rounding.divideUp((long) groups * descriptorSize(), blockSize);
    }

    long groupStart(int group) {
        return firstDataBlock() + (long) group * blocksPerGroup();
    }

    long groupEnd(int group) {
        return Math.min(groupStart(group) + blocksPerGroup(), blocks);
    }

    int groupOf(long block) {
        return (int) ((block - firstDataBlock()) / blocksPerGroup());
    }

    int groupsPerFlex() {
        return features.flexibleGroups() ? GROUPS_PER_FLEX : 1;
    }

    /** Return whether a group starts with a copy of the superblock and the descriptors. */
    boolean hasCopy(int group) {
        return !features.readOnlyCompatible(Ext4Features.SPARSE_SUPER)
                || group <= 1
                || isPowerOf(3, group)
                || isPowerOf(5, group)
                || isPowerOf(7, group);
    }

    private static boolean isPowerOf(int base, int number) {
        int rest = number;
        while (rest > 1 && rest % base == 0) {
            rest /= base;
        }
        return rest == 1;
    }

    /** Return the groups other than the first that hold a copy. */
    List<Integer> copyGroups() {
        List<Integer> copies = new ArrayList<>();
        for (int group = 1; group < groups; group++) {
            if (hasCopy(group)) {
                copies.add(group);
            }
        }
        return copies;
    }

    /** Return how many blocks at the start of a group the superblock, the descriptors and their reserve take. */
    int copyBlocks(int group) {
        return hasCopy(group) ? 1 + descriptorBlocks() + reservedGdtBlocks : 0;
    }

    /** Return how many blocks the journal has; by the size of the file system, as {@code mke2fs} chooses. */
    int journalBlocks() {
        return features.compatible(Ext4Features.HAS_JOURNAL)
                ? JOURNAL_BLOCKS.floorEntry(blocks).getValue()
                : 0;
    }

    static Geometry of(Ext4Options options, long neededInodes) {
        return new GeometryChoice(options, neededInodes).choose();
    }

    static RefusedException tooSmall(Ext4Options options) {
        return new RefusedException(
                "cannot make an ext4 file system of " + options.size() + ": there is no room for its own tables");
    }
}
