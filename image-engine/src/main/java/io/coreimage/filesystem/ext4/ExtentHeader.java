package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The start of a node of an extent tree; little-endian.
 *
 * <pre>
 * 0 ┌ magic F30A ┬ entries ┬ most entries ┬ depth   each 2 bytes
 * 8 └ generation                                    12 = SIZE
 * </pre>
 *
 * @param magic {@link #MAGIC}
 * @param entries how many entries follow
 * @param max how many there is room for
 * @param depth how many levels of nodes are below; 0: the entries are extents
 * @param generation zero
 */
record ExtentHeader(int magic, int entries, int max, int depth, long generation) {

    static final int SIZE = 12;
    static final int MAGIC = 0xF30A;

    /** Entries of both kinds, and headers, have the same size. */
    static final int ENTRY_SIZE = 12;

    /** How many entries the inode has room for. */
    static final int ROOT_MAX = (Inode.CONTENT_SIZE - SIZE) / ENTRY_SIZE;

    static ExtentHeader readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new ExtentHeader(
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) magic)
                .putShort((short) entries)
                .putShort((short) max)
                .putShort((short) depth);
        out.putInt((int) generation);
    }

    /** Return how many entries a block has room for. */
    static int maxInBlock(int blockSize) {
        return (blockSize - SIZE) / ENTRY_SIZE;
    }
}
