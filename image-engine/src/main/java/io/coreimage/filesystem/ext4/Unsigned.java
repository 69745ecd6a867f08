package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;
import java.nio.ByteBuffer;

/** Unsigned values out of a buffer, wide enough to hold them. */
final class Unsigned {

    private Unsigned() {}

    static int getByte(ByteBuffer in) {
        return in.get() & 0xFF;
    }

    static int getShort(ByteBuffer in) {
        return in.getShort() & 0xFFFF;
    }

    static int getShort(ByteBuffer in, int offset) {
        return in.getShort(offset) & 0xFFFF;
    }

    static long getInt(ByteBuffer in) {
        return in.getInt() & 0xFFFF_FFFFL;
    }

    static long getInt(ByteBuffer in, int offset) {
        return in.getInt(offset) & 0xFFFF_FFFFL;
    }

    static Guid getGuid(ByteBuffer in) {
        byte[] bytes = new byte[Guid.SIZE];
        in.get(bytes);
        return Guid.ofBytes(bytes);
    }

    static void skip(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }

    static void checkWritten(ByteBuffer out, int start, int size) {
        if (out.position() - start != size) {
            throw new IllegalStateException("wrote " + (out.position() - start) + " bytes instead of " + size);
        }
    }

    /** Return {@code dividend / divisor}, rounded up. */
    static long divideUp(long dividend, long divisor) {
        return Math.floorDiv(dividend + divisor - 1, divisor);
    }
}
