package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An extent: neighbouring blocks of a file that are neighbours on the disk too; little-endian.
 *
 * <pre>
 * 0 ┌ logical (4) ─────────────────────────┐   the first block, counted in the file
 * 4 ├ length (2) ┬ start high (2) ─────────┤   up to 8000; more: 8000 and less, never written
 * 8 └ start low (4) ───────────────────────┘   12 = SIZE
 * </pre>
 *
 * @param logical the first block as the file counts
 * @param length how many blocks, and whether they were ever written
 * @param start the first block as the disk counts
 */
record ExtentLeaf(long logical, int length, long start) {

    static final int SIZE = ExtentHeader.ENTRY_SIZE;
    static final int MAX_LENGTH = 0x8000;

    static ExtentLeaf readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new ExtentLeaf(
                Unsigned.getInt(in), Unsigned.getShort(in), ((long) Unsigned.getShort(in) << 32) | Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt((int) logical)
                .putShort((short) length)
                .putShort((short) (start >> 32))
                .putInt((int) start);
    }

    Mapping toMapping() {
        return length > MAX_LENGTH
                ? new Mapping(logical, start, length - MAX_LENGTH, false)
                : new Mapping(logical, start, length, true);
    }
}
