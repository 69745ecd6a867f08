package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;

/**
 * Compresses bytes in memory into Zstandard frames (RFC 8878), about as small as {@code zstd} does with its levels from 9 to 12.
 *
 * <pre>
 * magic │ descriptor │ content size (1, 2 or 4 bytes) │ blocks of at most 128 KiB
 * </pre>
 *
 * <p>A frame is one segment without a checksum. The same input gives the same bytes everywhere. An instance is used by
 * one thread at a time, and again and again.
 */
public final class ZstandardEncoder {

    /** How many bytes fit into a frame: the window that every decoder must have. */
    public static final int LARGEST_CONTENT = 8 << 20;

    private static final int MAGIC = 0xFD2F_B528;
    private static final int SINGLE_SEGMENT = 0x20;
    private static final int SIZE_OF_2_BYTES = 0x40;
    private static final int SIZE_OF_4_BYTES = 0x80;
    private static final int SIZE_2_BASE = 0x100;
    private static final int FRAME_HEADER = 9;

    private final MatchFinder finder = new MatchFinder();
    private final Block block = new Block(finder);

    /** Return how long the frame of that many bytes can become. */
    public static int largestFrame(int count) {
        return FRAME_HEADER + count + (1 + count / Block.LARGEST) * Block.HEADER;
    }

    /**
     * Compress a range into a frame at the start of the output.
     * @return its length, or -1 if the output has no room for it
     */
    public int encode(byte[] input, int from, int count, byte[] output) {
        if (count > LARGEST_CONTENT) {
            throw new IllegalArgumentException("a frame of " + count + " bytes");
        }
        BitWriter bits = new BitWriter(output, 0, output.length);
        writeHeader(bits, count);
        int end = from + count;
        finder.reset(input, from, end);
        block.reset();
        int place = from;
        do {
            int next = Math.min(end, place + Block.LARGEST);
            block.encode(input, place, next, next == end, bits);
            place = next;
        } while (place < end);
        return bits.fits() ? bits.position() : -1;
    }

    private static void writeHeader(BitWriter bits, int count) {
        bits.put(MAGIC, Integer.SIZE);
        if (count < SIZE_2_BASE) {
            bits.put(SINGLE_SEGMENT, Byte.SIZE);
            bits.put(count, Byte.SIZE);
        } else if (count - SIZE_2_BASE <= 0xFFFF) {
            bits.put(SINGLE_SEGMENT | SIZE_OF_2_BYTES, Byte.SIZE);
            bits.put(count - SIZE_2_BASE, Short.SIZE);
        } else {
            bits.put(SINGLE_SEGMENT | SIZE_OF_4_BYTES, Byte.SIZE);
            bits.put(count, Integer.SIZE);
        }
    }
}
