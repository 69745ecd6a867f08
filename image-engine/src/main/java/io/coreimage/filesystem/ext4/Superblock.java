package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What is true of the whole file system; little-endian. It stands at byte 1024, and a copy at the start of some groups.
 *
 * <pre>
 * 000 ┌ counts
 * 02C ├ state
 * 054 ├ identity
 * 088 ├ (70 bytes that nobody here uses: last mounted at (64 bytes), algorithms, preallocation)
 * 0CE ├ journal
 * 150 ├ additions
 * 284 ├ (376 bytes that nobody here uses)
 * 3FC └ checksum (4)
 * 400 = SIZE
 * </pre>
 *
 * @param counts how large and how full it is
 * @param state whether it is sound
 * @param identity which one it is
 * @param journal where the journal is
 * @param additions what ext4 added
 * @param checksum CRC-32C of all bytes before it
 */
record Superblock(
        SuperblockCounts counts,
        SuperblockState state,
        SuperblockIdentity identity,
        SuperblockJournal journal,
        SuperblockAdditions additions,
        long checksum) {

    static final int SIZE = 1024;

    /** Where the first one stands, in bytes. */
    static final int OFFSET = 1024;

    static final int GROUP_OFFSET = 0x5A;
    static final int CHECKSUM_OFFSET = 0x3FC;

    private static final int UNUSED = 70;
    private static final int RESERVED = 376;

    static Superblock readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        SuperblockCounts counts = SuperblockCounts.readFrom(in);
        SuperblockState state = SuperblockState.readFrom(in);
        SuperblockIdentity identity = SuperblockIdentity.readFrom(in);
        Unsigned.skip(in, UNUSED);
        SuperblockJournal journal = SuperblockJournal.readFrom(in);
        SuperblockAdditions additions = SuperblockAdditions.readFrom(in);
        Unsigned.skip(in, RESERVED);
        return new Superblock(counts, state, identity, journal, additions, Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        counts.writeTo(out);
        state.writeTo(out);
        identity.writeTo(out);
        out.put(new byte[UNUSED]);
        journal.writeTo(out);
        additions.writeTo(out);
        out.put(new byte[RESERVED]);
        out.putInt((int) checksum);
        Unsigned.checkWritten(out, start, SIZE);
    }

    /** Return the bytes of the copy in a group, with the checksum that they earn. */
    byte[] sealedFor(int copyGroup) {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        writeTo(bytes);
        bytes.putShort(GROUP_OFFSET, (short) copyGroup);
        bytes.putInt(CHECKSUM_OFFSET, features().checksums() ? checksumOf(bytes) : 0);
        return bytes.array();
    }

    /** Return the checksum of a superblock, whatever stands in its place. */
    static int checksumOf(ByteBuffer bytes) {
        return Crc32c.update(Crc32c.START, bytes, 0, CHECKSUM_OFFSET);
    }

    Ext4Features features() {
        return new Ext4Features(
                (int) identity.compatible(), (int) identity.incompatible(), (int) identity.readOnlyCompatible());
    }

    long blocks() {
        return wide(counts.blocksLow(), additions.blocksHigh());
    }

    long freeBlocks() {
        return wide(counts.freeBlocksLow(), additions.freeBlocksHigh());
    }

    long reservedBlocks() {
        return wide(counts.reservedBlocksLow(), additions.reservedBlocksHigh());
    }

    private long wide(long low, long high) {
        return features().wide() ? low | (high << 32) : low;
    }

    int blockSize() {
        return 1024 << counts.logBlockSize();
    }

    /** Return the register that the checksums of everything else start from. */
    int seed() {
        return features().incompatible(Ext4Features.CHECKSUM_SEED)
                ? (int) additions.checksumSeed()
                : Crc32c.update(Crc32c.START, identity.uuid().toBytes());
    }
}
