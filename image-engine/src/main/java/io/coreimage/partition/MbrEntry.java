package io.coreimage.partition;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One partition in a master boot record; little-endian.
 *
 * <pre>
 *  0 ┌ status ┬ first CHS (3 bytes) ┐   80: active; cylinder, head and sector are read by nobody any more
 *  4 ├ type ──┼ last CHS (3 bytes) ─┤   0: this entry is not used
 *  8 ├ first sector ────────────────┤
 * 12 └ number of sectors ───────────┘   16 = SIZE
 * </pre>
 *
 * @param status {@link #ACTIVE} or zero
 * @param firstChs the first sector in the old addressing
 * @param type what the partition is for
 * @param lastChs the last sector in the old addressing
 * @param first the first sector
 * @param count how many sectors
 */
record MbrEntry(int status, ChsAddress firstChs, int type, ChsAddress lastChs, long first, long count) {

    static final int SIZE = 16;
    static final int ACTIVE = 0x80;
    static final MbrEntry UNUSED = new MbrEntry(0, ChsAddress.ZERO, 0, ChsAddress.ZERO, 0, 0);

    static MbrEntry readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new MbrEntry(
                Unsigned.getByte(in),
                ChsAddress.readFrom(in),
                Unsigned.getByte(in),
                ChsAddress.readFrom(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) status);
        firstChs.writeTo(out);
        out.put((byte) type);
        lastChs.writeTo(out);
        out.putInt((int) first);
        out.putInt((int) count);
        Unsigned.checkWritten(bytes, start, SIZE);
    }

    boolean isUsed() {
        return type != 0;
    }

    boolean isActive() {
        return status == ACTIVE;
    }

    /** Return the sector right behind the partition. */
    long end() {
        return first + count;
    }
}
