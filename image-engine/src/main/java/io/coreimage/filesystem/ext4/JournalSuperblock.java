package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first block of the journal; big-endian, unlike everything else.
 *
 * <pre>
 * 00 ┌ magic C03B3998 ┬ type (4: this, version 2) ┬ sequence (0)
 * 0C ├ block size ┬ blocks ┬ first block of the log (1)
 * 18 ├ next sequence ┬ start of the log (0: it is empty) ┬ error
 * 24 ├ compatible ┬ incompatible ┬ read-only compatible
 * 30 ├ uuid (16 bytes) ┬ users
 * 44 └ … 1024 = SIZE; zero until Linux fills it at the first mount
 * </pre>
 *
 * @param magic {@link #MAGIC}
 * @param type {@link #VERSION_2}
 * @param sequence zero
 * @param blockSize the size of a block
 * @param blocks how many blocks the journal has
 * @param first where the log starts
 * @param nextSequence the first sequence number to expect
 * @param start where what has to be replayed starts, or zero
 * @param error zero
 * @param compatible feature flags
 * @param incompatible feature flags
 * @param readOnlyCompatible feature flags
 * @param uuid the name of the journal
 * @param users how many file systems share it
 */
record JournalSuperblock(
        long magic,
        long type,
        long sequence,
        long blockSize,
        long blocks,
        long first,
        long nextSequence,
        long start,
        long error,
        long compatible,
        long incompatible,
        long readOnlyCompatible,
        Guid uuid,
        long users) {

    static final int SIZE = 1024;
    static final long MAGIC = 0xC03B_3998L;
    static final int VERSION_2 = 4;

    private static final int FIELDS_SIZE = 0x44;

    /** Return the superblock of an empty journal. */
    static JournalSuperblock empty(int blockSize, int blocks, Guid uuid) {
        return new JournalSuperblock(MAGIC, VERSION_2, 0, blockSize, blocks, 1, 1, 0, 0, 0, 0, 0, uuid, 1);
    }

    static JournalSuperblock readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.BIG_ENDIAN);
        JournalSuperblock superblock = new JournalSuperblock(
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
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Guid.readFrom(in),
                Unsigned.getInt(in));
        Unsigned.skip(in, SIZE - FIELDS_SIZE);
        return superblock;
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.BIG_ENDIAN);
        int start = out.position();
        out.putInt((int) magic).putInt((int) type).putInt((int) sequence);
        out.putInt((int) blockSize).putInt((int) blocks).putInt((int) first);
        out.putInt((int) nextSequence).putInt((int) this.start).putInt((int) error);
        out.putInt((int) compatible).putInt((int) incompatible).putInt((int) readOnlyCompatible);
        out.put(uuid.toBytes()).putInt((int) users);
        out.put(new byte[SIZE - FIELDS_SIZE]);
        Unsigned.checkWritten(out, start, SIZE);
    }

    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(SIZE);
        writeTo(out);
        return out.array();
    }
}
