package io.coreimage.deflate;

import java.util.Arrays;

/** The literals and matches of one block, written in whichever of the three forms is shortest. */
final class DeflateBlock {

    private static final int MOST_SYMBOLS = 1 << 14;
    private static final int LONGEST_CODE = 15;
    private static final int MOST_STORED = 0xFFFF;
    private static final int STORED = 0;
    private static final int FIXED = 1;
    private static final int DYNAMIC = 2;
    private static final HuffmanCode FIXED_LITERALS = HuffmanCode.ofLengths(fixedLengths());
    private static final HuffmanCode FIXED_DISTANCES = HuffmanCode.ofLengths(filled(Symbols.DISTANCES, 5));

    /** Each a literal, or a length in the upper and a distance in the lower half. */
    private final int[] symbols = new int[MOST_SYMBOLS + MatchFinder.LONGEST];

    private final int[] literalCounts = new int[Symbols.LITERALS];
    private final int[] distanceCounts = new int[Symbols.DISTANCES];
    private int count;

    private static int[] fixedLengths() {
        int[] lengths = filled(288, 8);
        Arrays.fill(lengths, 144, 256, 9);
        Arrays.fill(lengths, 256, 280, 7);
        return lengths;
    }

    private static int[] filled(int size, int value) {
        int[] lengths = new int[size];
        Arrays.fill(lengths, value);
        return lengths;
    }

    boolean isFull() {
        return count >= MOST_SYMBOLS;
    }

    void addLiteral(byte value) {
        symbols[count++] = value & 0xFF;
        literalCounts[value & 0xFF]++;
    }

    void addMatch(int length, int distance) {
        symbols[count++] = length << 16 | distance;
        literalCounts[Symbols.ofLength(length)]++;
        distanceCounts[Symbols.ofDistance(distance)]++;
    }

    /** Write what stands for the given bytes, and start again. */
    void writeTo(BitWriter bits, byte[] input, int from, int to, boolean last) {
        literalCounts[Symbols.END]++;
        HuffmanCode literals = HuffmanCode.ofFrequencies(literalCounts, LONGEST_CODE);
        HuffmanCode distances = HuffmanCode.ofFrequencies(distanceCounts, LONGEST_CODE);
        CodeLengths header = new CodeLengths(literals, distances);
        long further = furtherBits();
        long dynamic = header.cost() + literals.cost(literalCounts) + distances.cost(distanceCounts) + further;
        long fixed = FIXED_LITERALS.cost(literalCounts) + FIXED_DISTANCES.cost(distanceCounts) + further;
        int length = to - from;
        if (length <= MOST_STORED && (length + 5L) * Byte.SIZE <= Math.min(dynamic, fixed)) {
            writeStored(bits, input, from, length, last);
        } else if (fixed <= dynamic) {
            bits.put((last ? 1 : 0) | FIXED << 1, 3);
            writeSymbols(bits, FIXED_LITERALS, FIXED_DISTANCES);
        } else {
            bits.put((last ? 1 : 0) | DYNAMIC << 1, 3);
            header.writeTo(bits);
            writeSymbols(bits, literals, distances);
        }
        clear();
    }

    static void writeStored(BitWriter bits, byte[] input, int from, int length, boolean last) {
        bits.put((last ? 1 : 0) | STORED << 1, 3);
        bits.align();
        bits.put(length, 16);
        bits.put(~length & 0xFFFF, 16);
        bits.putBytes(input, from, length);
    }

    private long furtherBits() {
        long further = 0;
        for (int symbol = Symbols.END + 1; symbol < Symbols.LITERALS; symbol++) {
            further += (long) literalCounts[symbol] * Symbols.lengthBits(symbol);
        }
        for (int symbol = 0; symbol < Symbols.DISTANCES; symbol++) {
            further += (long) distanceCounts[symbol] * Symbols.distanceBits(symbol);
        }
        return further;
    }

    private void writeSymbols(BitWriter bits, HuffmanCode literals, HuffmanCode distances) {
        for (int i = 0; i < count; i++) {
            int length = symbols[i] >>> 16;
            if (length == 0) {
                literals.put(symbols[i], bits);
            } else {
                writeMatch(bits, literals, distances, length, symbols[i] & 0xFFFF);
            }
        }
        literals.put(Symbols.END, bits);
    }

    private static void writeMatch(
            BitWriter bits, HuffmanCode literals, HuffmanCode distances, int length, int distance) {
        int symbol = Symbols.ofLength(length);
        literals.put(symbol, bits);
        bits.put(length - Symbols.lengthBase(symbol), Symbols.lengthBits(symbol));
        int far = Symbols.ofDistance(distance);
        distances.put(far, bits);
        bits.put(distance - Symbols.distanceBase(far), Symbols.distanceBits(far));
    }

    private void clear() {
        count = 0;
        Arrays.fill(literalCounts, 0);
        Arrays.fill(distanceCounts, 0);
    }
}
