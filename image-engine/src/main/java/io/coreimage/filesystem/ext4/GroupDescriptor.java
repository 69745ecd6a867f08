package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the tables of a group stand and how full it is; little-endian.
 *
 * <pre>
 * 00 ┌ block bitmap ┬ inode bitmap ┬ inode table ┐   low halves
 * 0C ├ free blocks ┬ free inodes ┬ directories ┬ flags
 * 14 ├ exclude bitmap (4, unused)
 * 18 ├ block bitmap checksum ┬ inode bitmap checksum
 * 1C ├ unused inodes ┬ checksum                  20 = SIZE
 * 20 ├ the high halves of all but flags and checksum, in the same order, unused inodes before the exclude bitmap
 * 3C └ reserved                                  40 = WIDE_SIZE
 * </pre>
 *
 * @param blockBitmap the block that says which blocks are in use
 * @param inodeBitmap the block that says which inodes are in use
 * @param inodeTable the first block of the inodes
 * @param freeBlocks how many blocks are free
 * @param freeInodes how many inodes are free
 * @param directories how many inodes are directories
 * @param flags {@link #INODES_UNUSED}, {@link #BLOCKS_UNUSED}, {@link #TABLE_ZEROED}
 * @param blockBitmapChecksum the register over the block bitmap
 * @param inodeBitmapChecksum the register over the inode bitmap
 * @param unusedInodes how many inodes at the end of the table were never used
 * @param checksum the low half of the register over the descriptor
 */
record GroupDescriptor(
        long blockBitmap,
        long inodeBitmap,
        long inodeTable,
        long freeBlocks,
        long freeInodes,
        long directories,
        int flags,
        int blockBitmapChecksum,
        int inodeBitmapChecksum,
        long unusedInodes,
        int checksum) {

    static final int SIZE = 32;
    static final int WIDE_SIZE = 64;

    /** The inode bitmap is not written, no inode is in use. */
    static final int INODES_UNUSED = 1;

    /** The block bitmap is not written, nothing but the group's own tables is in use. */
    static final int BLOCKS_UNUSED = 2;

    /** The unused part of the inode table is zero. */
    static final int TABLE_ZEROED = 4;

    static final int CHECKSUM_OFFSET = 0x1E;

    /** Read a descriptor of either size: {@code in} has nothing but it left. */
    static GroupDescriptor readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new GroupDescriptor(
                wideInt(in, 0x00, 0x20),
                wideInt(in, 0x04, 0x24),
                wideInt(in, 0x08, 0x28),
                wideShort(in, 0x0C, 0x2C),
                wideShort(in, 0x0E, 0x2E),
                wideShort(in, 0x10, 0x30),
                Unsigned.getShort(in, 0x12),
                (int) wideShort(in, 0x18, 0x38),
                (int) wideShort(in, 0x1A, 0x3A),
                wideShort(in, 0x1C, 0x32),
                Unsigned.getShort(in, CHECKSUM_OFFSET));
    }

    private static boolean isWide(ByteBuffer in) {
        return in.limit() >= WIDE_SIZE;
    }

    private static long wideInt(ByteBuffer in, int low, int high) {
        return Unsigned.getInt(in, low) | (isWide(in) ? Unsigned.getInt(in, high) << 32 : 0);
    }

    private static long wideShort(ByteBuffer in, int low, int high) {
        return Unsigned.getShort(in, low) | (isWide(in) ? Unsigned.getShort(in, high) << 16 : 0);
    }

    /** Return the bytes of this descriptor with the checksum that it earns. */
    byte[] sealedFor(int group, int size, Checksums checksums) {
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        putLow(out);
        if (size >= WIDE_SIZE) {
            putHigh(out);
        }
        out.putShort(CHECKSUM_OFFSET, (short) checksums.ofDescriptor(group, out.array()));
        return out.array();
    }

    private void putLow(ByteBuffer out) {
        out.putInt((int) blockBitmap).putInt((int) inodeBitmap).putInt((int) inodeTable);
        out.putShort((short) freeBlocks).putShort((short) freeInodes).putShort((short) directories);
        out.putShort((short) flags).putInt(0);
        out.putShort((short) blockBitmapChecksum).putShort((short) inodeBitmapChecksum);
        out.putShort((short) unusedInodes).putShort((short) 0);
        Unsigned.checkWritten(out, 0, SIZE);
    }

    private void putHigh(ByteBuffer out) {
        out.putInt((int) (blockBitmap >> 32)).putInt((int) (inodeBitmap >> 32)).putInt((int) (inodeTable >> 32));
        out.putShort((short) (freeBlocks >> 16)).putShort((short) (freeInodes >> 16));
        out.putShort((short) (directories >> 16)).putShort((short) (unusedInodes >> 16));
        out.putInt(0);
        out.putShort((short) (blockBitmapChecksum >> 16)).putShort((short) (inodeBitmapChecksum >> 16));
        out.putInt(0);
        Unsigned.checkWritten(out, 0, WIDE_SIZE);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
