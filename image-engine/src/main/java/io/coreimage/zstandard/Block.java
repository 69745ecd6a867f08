package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;
import java.util.Arrays;

/**
 * A block of a frame, in whichever form is shortest.
 *
 * <pre>
 * 1 bit last, 2 bits form, 21 bits size │ bytes as they are, or one byte that repeats, or
 *                                       │ literals section, sequences section
 * </pre>
 */
final class Block {

    static final int LARGEST = 1 << 17;
    static final int HEADER = 3;

    private static final int RAW = 0;
    private static final int REPEATED = 1;
    private static final int COMPRESSED = 2;
    private static final int SIZE_SHIFT = 3;

    private final Parser parser;
    private final Sequences sequences = new Sequences();
    private final LiteralsSection literals = new LiteralsSection();
    private final SequencesSection sections = new SequencesSection();
    private final byte[] compressed = new byte[LARGEST];

    Block(MatchFinder finder) {
        this.parser = new Parser(finder);
    }

    /** Start a frame. */
    void reset() {
        sequences.reset();
    }

    void encode(byte[] input, int from, int to, boolean last, BitWriter output) {
        int size = to - from;
        if (size > 1 && isRepeated(input, from, to)) {
            putHeader(output, last, REPEATED, size);
            output.putBytes(input, from, 1);
            return;
        }
        int length = compress(from, to);
        if (length > 0) {
            putHeader(output, last, COMPRESSED, length);
            output.putBytes(compressed, 0, length);
        } else {
            putHeader(output, last, RAW, size);
            output.putBytes(input, from, size);
        }
    }

    private static boolean isRepeated(byte[] input, int from, int to) {
        return Arrays.mismatch(input, from, to - 1, input, from + 1, to) < 0;
    }

    private static void putHeader(BitWriter output, boolean last, int form, int size) {
        output.put((last ? 1 : 0) | form << 1 | size << SIZE_SHIFT, HEADER * Byte.SIZE);
    }

    /** Return the length of the compressed block, or -1 if it is no shorter, and then nothing has happened. */
    private int compress(int from, int to) {
        RepeatedOffsets before = sequences.begin();
        parser.parse(from, to, sequences);
        BitWriter bits = new BitWriter(compressed, 0, to - from - 1);
        literals.writeTo(bits, sequences);
        sections.writeTo(bits, sequences);
        if (bits.fits() && to > from) {
            return bits.position();
        }
        sequences.restore(before);
        return -1;
    }
}
