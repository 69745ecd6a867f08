package io.coreimage.deflate;

/**
 * Puts bits into an array, the first one into the lowest bit of the first byte.
 *
 * <p>What has no room is left out; {@link #fits()} tells.
 */
public final class BitWriter {

    private final byte[] output;
    private final int end;
    private int position;
    private long pending;
    private int count;

    /** Create an instance for a part of an array. */
    public BitWriter(byte[] output, int from, int end) {
        this.output = output;
        this.position = from;
        this.end = end;
    }

    /** Put at most 32 bits. */
    public void put(int bits, int width) {
        pending |= (bits & 0xFFFF_FFFFL) << count;
        count += width;
        while (count >= Byte.SIZE) {
            putByte((int) pending);
            pending >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
    }

    /** Fill the current byte with zeros. */
    public void align() {
        if (count > 0) {
            put(0, Byte.SIZE - count);
        }
    }

    /** Put whole bytes behind whole bytes. */
    public void putBytes(byte[] bytes, int from, int length) {
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
    public boolean fits() {
        return position <= end;
    }

    /** Return where the next byte would go. */
    public int position() {
        return position;
    }
}
