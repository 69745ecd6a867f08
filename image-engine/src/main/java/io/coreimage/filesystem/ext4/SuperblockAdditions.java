package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What ext4 added; the superblock's bytes 150 to 283, little-endian.
 *
 * <pre>
 * 150 ┌ blocksHigh ┬ reservedBlocksHigh ┬ freeBlocksHigh ┬ minExtraSize (2) ┬ wantedExtraSize (2) ┬ flags
 * 164 ├ (16 bytes that nobody here uses: RAID, multiple mount protection, RAID width)
 * 174 ├ logGroupsPerFlex (1) ┬ checksumType (1)
 * 176 ├ (2 bytes that nobody here uses: encryption level, reserved)
 * 178 ├ kilobytesWritten (8)
 * 180 ├ (200 bytes that nobody here uses: snapshots, errors, mount options, quota)
 * 248 ├ overheadBlocks
 * 24C ├ (36 bytes that nobody here uses: backup groups, encryption, lost and found, quota)
 * 270 ├ checksumSeed ┬ writtenTimeHigh (1) ┬ mountedHigh (1) ┬ createdHigh (1) ┬ checkedHigh (1)
 * 278 ├ (8 bytes that nobody here uses: error times and codes, encoding)
 * 280 ├ orphanFile
 * 284
 * </pre>
 *
 * <p>Where no size is written it is 4.
 *
 * @param blocksHigh high half
 * @param reservedBlocksHigh high half
 * @param freeBlocksHigh high half
 * @param minExtraSize how many bytes behind the first 128 every inode has in use
 * @param wantedExtraSize how many new ones should
 * @param flags {@link #SIGNED_HASH} or {@link #UNSIGNED_HASH}
 * @param logGroupsPerFlex how many groups keep their tables together, as a power of two
 * @param checksumType 1 (CRC-32C) with metadata checksums
 * @param kilobytesWritten zero
 * @param overheadBlocks how many blocks can never hold data
 * @param checksumSeed where checksums start if that is no function of the UUID
 * @param writtenTimeHigh the fifth byte of the time
 * @param mountedHigh the fifth byte of the time
 * @param createdHigh the fifth byte of the time
 * @param checkedHigh the fifth byte of the time
 * @param orphanFile the inode of the orphan file
 */
record SuperblockAdditions(
        long blocksHigh,
        long reservedBlocksHigh,
        long freeBlocksHigh,
        int minExtraSize,
        int wantedExtraSize,
        long flags,
        int logGroupsPerFlex,
        int checksumType,
        long kilobytesWritten,
        long overheadBlocks,
        long checksumSeed,
        int writtenTimeHigh,
        int mountedHigh,
        int createdHigh,
        int checkedHigh,
        long orphanFile) {

    static final int SIZE = 308;
    static final int SIGNED_HASH = 1;
    static final int UNSIGNED_HASH = 2;

    static SuperblockAdditions readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new SuperblockAdditions(
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getByte(skip(in, 16)),
                Unsigned.getByte(in),
                skip(in, 2).getLong(),
                Unsigned.getInt(skip(in, 200)),
                Unsigned.getInt(skip(in, 36)),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getInt(skip(in, 8)));
    }

    private static ByteBuffer skip(ByteBuffer in, int count) {
        Unsigned.skip(in, count);
        return in;
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.putInt((int) blocksHigh);
        out.putInt((int) reservedBlocksHigh);
        out.putInt((int) freeBlocksHigh);
        out.putShort((short) minExtraSize);
        out.putShort((short) wantedExtraSize);
        out.putInt((int) flags);
        out.put(new byte[16]);
        out.put((byte) logGroupsPerFlex);
        out.put((byte) checksumType);
        out.put(new byte[2]);
        out.putLong(kilobytesWritten);
        out.put(new byte[200]);
        out.putInt((int) overheadBlocks);
        out.put(new byte[36]);
        out.putInt((int) checksumSeed);
        out.put((byte) writtenTimeHigh);
        out.put((byte) mountedHigh);
        out.put((byte) createdHigh);
        out.put((byte) checkedHigh);
        out.put(new byte[8]);
        out.putInt((int) orphanFile);
        Unsigned.checkWritten(out, start, SIZE);
    }
}
