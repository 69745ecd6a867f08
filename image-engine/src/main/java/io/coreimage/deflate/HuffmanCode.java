package io.coreimage.deflate;

/** A prefix code for symbols by their frequency, with no code longer than a limit (RFC 1951, section 3.2.2). */
final class HuffmanCode {

    private static final int LONGEST = 15;

    private final int[] lengths;
    private final int[] codes;

    private HuffmanCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = assign(lengths);
    }

    static HuffmanCode ofLengths(int[] lengths) {
        return new HuffmanCode(lengths);
    }

    static HuffmanCode ofFrequencies(int[] frequencies, int limit) {
        return new HuffmanCode(PrefixLengths.ofFrequencies(frequencies, limit));
    }

    /** Return the codes that follow from the lengths, with their bits in the order in which they are written. */
    private static int[] assign(int[] lengths) {
        int[] next = new int[LONGEST + 2];
        for (int length : lengths) {
            next[length + 1] += length == 0 ? 0 : 1;
        }
        for (int length = 1; length <= LONGEST; length++) {
            next[length + 1] = (next[length] + next[length + 1]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
            }
        }
        return codes;
    }

    void put(int symbol, BitWriter bits) {
        bits.put(codes[symbol], lengths[symbol]);
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** Return how many symbols have to be described: up to the last one in use, but no fewer than given. */
    int described(int fewest) {
        int count = lengths.length;
        while (count > fewest && lengths[count - 1] == 0) {
            count--;
        }
        return count;
    }

    /** Return how many bits symbols with these frequencies take. */
    long cost(int[] frequencies) {
        long bits = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            bits += (long) frequencies[symbol] * lengths[symbol];
        }
        return bits;
    }
}
