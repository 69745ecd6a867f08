package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A few bytes as a value, for the parts of a record that hold one of several things. */
final class Bytes {

    static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    static Bytes zeros(int count) {
        return new Bytes(new byte[count]);
    }

    static Bytes readFrom(ByteBuffer in, int count) {
        byte[] content = new byte[count];
        in.get(content);
        return new Bytes(content);
    }

    void writeTo(ByteBuffer out) {
        out.put(content);
    }

    int length() {
        return content.length;
    }

    boolean isZero() {
        for (byte each : content) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    byte[] toArray() {
        return content.clone();
    }

    /** Return these bytes to read structures from. */
    ByteBuffer buffer() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(bytes.content, content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
