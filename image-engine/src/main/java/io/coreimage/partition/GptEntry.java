package io.coreimage.partition;

import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One partition in a GUID partition table; little-endian (UEFI 2.10, 5.3.3).
 *
 * <pre>
 *  0 ┌ type GUID (16 bytes) ───┐   zero: this entry is not used
 * 16 ├ unique GUID (16 bytes) ─┤
 * 32 ├ first sector ───────────┤
 * 40 ├ last sector ────────────┤   inclusive
 * 48 ├ attributes ─────────────┤
 * 56 └ name (72 bytes) ────────┘   128 = SIZE; UTF-16, filled with zeros
 * </pre>
 *
 * @param type what the partition is for
 * @param id the name of this very partition
 * @param first its first sector
 * @param last its last sector
 * @param attributes 64 flags
 * @param name the name as people read it
 */
record GptEntry(Guid type, Guid id, long first, long last, long attributes, String name) {

    static final int SIZE = 128;

    /** The longest name in UTF-16 units. */
    static final int MAX_NAME_LENGTH = 36;

    private static final int NAME_SIZE = MAX_NAME_LENGTH * Character.BYTES;

    static GptEntry readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new GptEntry(
                Guid.readMixedEndianFrom(in),
                Guid.readMixedEndianFrom(in),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                getName(in));
    }

    private static String getName(ByteBuffer in) {
        byte[] units = new byte[NAME_SIZE];
        in.get(units);
        String name = new String(units, StandardCharsets.UTF_16LE);
        int end = name.indexOf('\0');
        return end < 0 ? name : name.substring(0, end);
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.put(type.toMixedEndianBytes());
        out.put(id.toMixedEndianBytes());
        out.putLong(first);
        out.putLong(last);
        out.putLong(attributes);
        byte[] units = name.getBytes(StandardCharsets.UTF_16LE);
        out.put(units);
        out.put(new byte[NAME_SIZE - units.length]);
        Unsigned.checkWritten(bytes, start, SIZE);
    }

    boolean isUsed() {
        return !type.equals(Guid.ZERO);
    }
}
