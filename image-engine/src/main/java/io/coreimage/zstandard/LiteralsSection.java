package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;
import java.util.Arrays;

/**
 * Writes the literals of a block (RFC 8878, section 3.1.1.3.1).
 *
 * <pre>
 * 2 bits form, 1 or 2 bits format, 5, 12 or 20 bits size                     │ bytes, or one byte that repeats
 * 2 bits form, 2 bits format, twice 10, 14 or 18 bits size before and after  │ Huffman tree, 1 or 4 streams
 * </pre>
 */
final class LiteralsSection {

    private static final int RAW = 0;
    private static final int REPEATED = 1;
    private static final int COMPRESSED = 2;
    private static final int FEWEST_COMPRESSED = 32;
    private static final int STREAMS = 4;
    private static final int LEAST_SAVED = 8;

    private final int[] frequencies = new int[1 << Byte.SIZE];
    private final byte[] packed = new byte[Block.LARGEST];

    void writeTo(BitWriter bits, Sequences sequences) {
        byte[] literals = sequences.literals();
        int count = sequences.literalCount();
        count(literals, count);
        if (count > 1 && frequencies[literals[0] & 0xFF] == count) {
            putPlainHeader(bits, REPEATED, count);
            bits.putBytes(literals, 0, 1);
        } else if (count < FEWEST_COMPRESSED || !writePacked(bits, literals, count)) {
            putPlainHeader(bits, RAW, count);
            bits.putBytes(literals, 0, count);
        }
    }

    private void count(byte[] literals, int count) {
        Arrays.fill(frequencies, 0);
        for (int i = 0; i < count; i++) {
            frequencies[literals[i] & 0xFF]++;
        }
    }

    private static void putPlainHeader(BitWriter bits, int form, int count) {
        if (count < 1 << 5) {
            bits.put(form | count << 3, Byte.SIZE);
        } else if (count < 1 << 12) {
            bits.put(form | 1 << 2 | count << 4, 2 * Byte.SIZE);
        } else {
            bits.put(form | 3 << 2 | count << 4, 3 * Byte.SIZE);
        }
    }

    private boolean writePacked(BitWriter bits, byte[] literals, int count) {
        HuffmanTree tree = HuffmanTree.ofFrequencies(frequencies);
        BitWriter streams = new BitWriter(packed, 0, count - count / 64 - LEAST_SAVED);
        if (!tree.describe(streams)) {
            return false;
        }
        boolean alone = count < 1 << 8;
        if (alone) {
            tree.putStream(streams, literals, 0, count);
        } else {
            putStreams(streams, tree, literals, count);
        }
        if (!streams.fits()) {
            return false;
        }
        putPackedHeader(bits, alone, count, streams.position());
        bits.putBytes(packed, 0, streams.position());
        return true;
    }

    /** The sizes of the first three streams stand in front of them. */
    private void putStreams(BitWriter streams, HuffmanTree tree, byte[] literals, int count) {
        int each = (count + STREAMS - 1) / STREAMS;
        int sizes = streams.position();
        for (int i = 1; i < STREAMS; i++) {
            streams.put(0, Short.SIZE);
        }
        for (int i = 0; i < STREAMS; i++) {
            int begin = streams.position();
            tree.putStream(streams, literals, i * each, Math.min(count, (i + 1) * each));
            if (i < STREAMS - 1 && streams.fits()) {
                int size = streams.position() - begin;
                packed[sizes + 2 * i] = (byte) size;
                packed[sizes + 2 * i + 1] = (byte) (size >> Byte.SIZE);
            }
        }
    }

    private static void putPackedHeader(BitWriter bits, boolean alone, int count, int size) {
        int format = alone ? 0 : count < 1 << 10 ? 1 : count < 1 << 14 ? 2 : 3;
        int width = format < 2 ? 10 : format == 2 ? 14 : 18;
        bits.put(COMPRESSED | format << 2, 4);
        bits.put(count, width);
        bits.put(size, width);
    }
}
