package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How large a file system is, how full, and how it is cut; the superblock's bytes 000 to 02B, little-endian.
 *
 * <pre>
 * 000 ┌ inodes ┬ blocksLow ┬ reservedBlocksLow ┬ freeBlocksLow ┬ freeInodes ┬ firstDataBlock ┬ logBlockSize
 * 01C ├ logClusterSize ┬ blocksPerGroup ┬ clustersPerGroup ┬ inodesPerGroup
 * 02C
 * </pre>
 *
 * <p>Where no size is written it is 4.
 *
 * @param inodes how many inodes there are
 * @param blocksLow how many blocks there are; low half
 * @param reservedBlocksLow how many only root may fill; low half
 * @param freeBlocksLow how many are free; low half
 * @param freeInodes how many inodes are free
 * @param firstDataBlock 1 with blocks of 1024 bytes, where block 0 belongs to a boot loader, else 0
 * @param logBlockSize the size of a block is 1024 shifted by this
 * @param logClusterSize the same
 * @param blocksPerGroup how many blocks a group has
 * @param clustersPerGroup the same
 * @param inodesPerGroup how many inodes a group has
 */
record SuperblockCounts(
        long inodes,
        long blocksLow,
        long reservedBlocksLow,
        long freeBlocksLow,
        long freeInodes,
        long firstDataBlock,
        long logBlockSize,
        long logClusterSize,
        long blocksPerGroup,
        long clustersPerGroup,
        long inodesPerGroup) {

    static final int SIZE = 44;

    static SuperblockCounts readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new SuperblockCounts(
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.putInt((int) inodes);
        out.putInt((int) blocksLow);
        out.putInt((int) reservedBlocksLow);
        out.putInt((int) freeBlocksLow);
        out.putInt((int) freeInodes);
        out.putInt((int) firstDataBlock);
        out.putInt((int) logBlockSize);
        out.putInt((int) logClusterSize);
        out.putInt((int) blocksPerGroup);
        out.putInt((int) clustersPerGroup);
        out.putInt((int) inodesPerGroup);
        Unsigned.checkWritten(out, start, SIZE);
    }
}
