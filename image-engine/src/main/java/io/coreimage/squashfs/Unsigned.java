package io.coreimage.squashfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers without sign, little-endian, as every structure of a squashfs has them. */
final class Unsigned {

    static final long NONE_32 = 0xFFFF_FFFFL;

    private Unsigned() {}

    static int u16(ByteBuffer buffer) {
        return Short.toUnsignedInt(buffer.getShort());
    }

    static long u32(ByteBuffer buffer) {
        return Integer.toUnsignedLong(buffer.getInt());
    }

    static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void checkWritten(ByteBuffer buffer, int start, int size) {
        if (buffer.position() - start != size) {
            throw new IllegalStateException("wrote " + (buffer.position() - start) + " bytes instead of " + size);
        }
    }
}
