package io.coreimage.deflate;

/**
 * The description of a block's two codes, itself coded (RFC 1951, section 3.2.7).
 *
 * <pre>
 * 5 bits literals − 257, 5 bits distances − 1, 4 bits code lengths − 4, 3 bits for each code length,
 * then the lengths of all codes: 0–15 as they are, 16 the last 3–6 times again, 17 and 18 zeros
 * </pre>
 */
final class CodeLengths {

    private static final int ALPHABET = 19;
    private static final int LONGEST_CODE = 7;
    private static final int REPEAT = 16;
    private static final int FEW_ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final int literals;
    private final int distances;
    private final int[] symbols = new int[Symbols.LITERALS + Symbols.DISTANCES];
    private final int[] further = new int[Symbols.LITERALS + Symbols.DISTANCES];
    private final int[] counts = new int[ALPHABET];
    private final HuffmanCode code;
    private int count;

    CodeLengths(HuffmanCode literalCode, HuffmanCode distanceCode) {
        literals = literalCode.described(257);
        distances = distanceCode.described(1);
        int[] lengths = new int[literals + distances];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = i < literals ? literalCode.length(i) : distanceCode.length(i - literals);
        }
        shorten(lengths);
        code = HuffmanCode.ofFrequencies(counts, LONGEST_CODE);
    }

    private void shorten(int[] lengths) {
        for (int i = 0; i < lengths.length; ) {
            int run = run(lengths, i);
            int length = lengths[i];
            if (length == 0 && run >= 3) {
                int part = Math.min(run, 138);
                add(part <= 10 ? FEW_ZEROS : MANY_ZEROS, part <= 10 ? part - 3 : part - 11);
                i += part;
            } else if (length != 0 && run >= 4) {
                int part = Math.min(run - 1, 6);
                add(length, 0);
                add(REPEAT, part - 3);
                i += part + 1;
            } else {
                add(length, 0);
                i++;
            }
        }
    }

    private static int run(int[] lengths, int from) {
        int to = from + 1;
        while (to < lengths.length && lengths[to] == lengths[from]) {
            to++;
        }
        return to - from;
    }

    private void add(int symbol, int value) {
        symbols[count] = symbol;
        further[count] = value;
        count++;
        counts[symbol]++;
    }

    private static int furtherBits(int symbol) {
        return symbol == REPEAT ? 2 : symbol == FEW_ZEROS ? 3 : symbol == MANY_ZEROS ? 7 : 0;
    }

    private int described() {
        int last = ORDER.length;
        while (last > 4 && code.length(ORDER[last - 1]) == 0) {
            last--;
        }
        return last;
    }

    long cost() {
        long bits = 14 + 3L * described() + code.cost(counts);
        for (int i = 0; i < count; i++) {
            bits += furtherBits(symbols[i]);
        }
        return bits;
    }

    void writeTo(BitWriter bits) {
        int described = described();
        bits.put(literals - 257, 5);
        bits.put(distances - 1, 5);
        bits.put(described - 4, 4);
        for (int i = 0; i < described; i++) {
            bits.put(code.length(ORDER[i]), 3);
        }
        for (int i = 0; i < count; i++) {
            code.put(symbols[i], bits);
            bits.put(further[i], furtherBits(symbols[i]));
        }
    }
}
