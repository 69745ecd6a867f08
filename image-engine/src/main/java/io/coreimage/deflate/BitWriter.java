package io.coreimage.deflate;

/** Puts bits into an array, the first one into the lowest bit of the first byte. */
final class BitWriter {

    private final byte[] output;
    private final int end;
    private int position;
    private long pending;
    private int count;

    BitWriter(byte[] output, int from, int end) {
        this.output = output;
        this.position = from;
        this.end = end;
    }

    /** Put at most 32 bits. */
    void put(int bits, int width) {
        pending |= (bits & 0xFFFF_FFFFL) << count;
        count += width;
        while (count >= Byte.SIZE) {
            putByte((int) pending);
            pending >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
    }

    /** Fill the current byte with zeros. */
    void align() {
        if (count > 0) {
            put(0, Byte.SIZE - count);
        }
    }

    void putBytes(byte[] bytes, int from, int length) {
        if (length <= end - position) {
            System.arraycopy(bytes, from, output, position, length);
        }
        position += length;
    }

    private void putByte(int value) {
        if (position < end) {
            output[position] = (byte) value;
        }
        position++;
    }

    /** Return whether everything had room. */
    boolean fits() {
        return position <= end;
    }

    int position() {
        return position;
    }
}
