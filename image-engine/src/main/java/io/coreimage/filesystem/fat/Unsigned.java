package io.coreimage.filesystem.fat;

import java.nio.ByteBuffer;

/** Fields of a FAT volume, wide enough for their unsigned values. */
final class Unsigned {

    private Unsigned() {}

    static int getByte(ByteBuffer bytes) {
        return Byte.toUnsignedInt(bytes.get());
    }

    static int getShort(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
    }

    static long getInt(ByteBuffer bytes) {
        return Integer.toUnsignedLong(bytes.getInt());
    }

    static byte[] getBytes(ByteBuffer bytes, int count) {
        byte[] value = new byte[count];
        bytes.get(value);
        return value;
    }

    /** Check that a record wrote exactly its size, so that a forgotten field cannot shift the rest. */
    static void checkWritten(ByteBuffer bytes, int start, int size) {
        int written = bytes.position() - start;
        if (written != size) {
            throw new IllegalStateException("wrote " + written + " bytes of a record of " + size);
        }
    }
}
