package io.coreimage.bytes;

import java.nio.ByteBuffer;

/** Fields of on-disk records as they stand there: without sign, in types wide enough to hold them. */
public final class Unsigned {

    private Unsigned() {}

    public static int getByte(ByteBuffer in) {
        return Byte.toUnsignedInt(in.get());
    }

    public static int getShort(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    public static int getShort(ByteBuffer in, int offset) {
        return Short.toUnsignedInt(in.getShort(offset));
    }

    public static long getInt(ByteBuffer in) {
        return Integer.toUnsignedLong(in.getInt());
    }

    public static long getInt(ByteBuffer in, int offset) {
        return Integer.toUnsignedLong(in.getInt(offset));
    }

    public static byte[] getBytes(ByteBuffer in, int count) {
        byte[] value = new byte[count];
        in.get(value);
        return value;
    }

    /** Pass over a field that says nothing. */
    public static void skip(ByteBuffer in, int count) {
        in.position(in.position() + count);
    }

    /** Check that a record wrote exactly its size, so that a forgotten field cannot shift the rest. */
    public static void checkWritten(ByteBuffer out, int start, int size) {
        int written = out.position() - start;
        if (written != size) {
            throw new IllegalStateException("wrote " + written + " bytes of a record of " + size);
        }
    }
}
