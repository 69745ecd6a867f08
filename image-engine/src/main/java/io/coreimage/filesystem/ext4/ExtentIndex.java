package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where a lower node of an extent tree stands; little-endian.
 *
 * <pre>
 * 0 ┌ logical (4) ─────────────────────────┐   the first block of the file that the node knows
 * 4 ├ child low (4) ┬ child high (2) ┬ 0 ──┤   12 = SIZE
 * </pre>
 *
 * @param logical the first block as the file counts
 * @param child the block of the node
 */
record ExtentIndex(long logical, long child) {

    static final int SIZE = ExtentHeader.ENTRY_SIZE;

    static ExtentIndex readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        ExtentIndex index =
                new ExtentIndex(Unsigned.getInt(in), Unsigned.getInt(in) | ((long) Unsigned.getShort(in) << 32));
        Unsigned.skip(in, Short.BYTES);
        return index;
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt((int) logical)
                .putInt((int) child)
                .putShort((short) (child >> 32))
                .putShort((short) 0);
    }
}
