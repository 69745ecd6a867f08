package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;
import io.coreimage.deflate.PrefixLengths;
import java.util.Arrays;

/**
 * A prefix code for bytes (RFC 8878, section 4.2), described by weights: 1 for the longest codes, one more for each bit
 * less, 0 for none; what the last byte has follows from the others.
 *
 * <pre>
 * size of what follows │ distribution, two interleaved states: weights coded by finite state entropy
 * 127 + their number   │ weights of 4 bits, the first one in the upper half of its byte
 * </pre>
 */
final class HuffmanTree {

    private static final int LONGEST_CODE = 11;
    private static final int MOST_PLAIN = 128;
    private static final int PLAIN_BASE = 127;
    private static final int WEIGHT_LOG = 6;
    private static final int STATES = 2;

    private final int[] lengths;
    private final int[] codes;
    private final int[] weights;

    private HuffmanTree(int[] lengths) {
        this.lengths = lengths;
        int longest = Arrays.stream(lengths).max().orElse(0);
        int last = lengths.length - 1;
        while (lengths[last] == 0) {
            last--;
        }
        weights = new int[last];
        for (int symbol = 0; symbol < last; symbol++) {
            weights[symbol] = lengths[symbol] == 0 ? 0 : longest + 1 - lengths[symbol];
        }
        codes = assign(lengths, longest);
    }

    /** Return the best code for two or more different bytes. */
    static HuffmanTree ofFrequencies(int[] frequencies) {
        return new HuffmanTree(PrefixLengths.ofFrequencies(frequencies, LONGEST_CODE));
    }

    /** The longest codes are the lowest numbers, and among codes of a length the order is that of the bytes. */
    private static int[] assign(int[] lengths, int longest) {
        int[] codes = new int[lengths.length];
        int next = 0;
        for (int length = longest; length > 0; length--) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = next++;
                }
            }
            next >>= 1;
        }
        return codes;
    }

    /** Write the description; returns whether that can be done. */
    boolean describe(BitWriter bits) {
        byte[] packed = new byte[PLAIN_BASE];
        int size = pack(packed);
        if (size > 0 && (weights.length > MOST_PLAIN || size < (weights.length + 1) / 2)) {
            bits.put(size, Byte.SIZE);
            bits.putBytes(packed, 0, size);
            return true;
        }
        if (weights.length > MOST_PLAIN) {
            return false;
        }
        bits.put(PLAIN_BASE + weights.length, Byte.SIZE);
        for (int i = 0; i < weights.length; i += 2) {
            bits.put(weights[i] << 4 | (i + 1 < weights.length ? weights[i + 1] : 0), Byte.SIZE);
        }
        return true;
    }

    /** Return the size of the coded weights, or 0 if they cannot be coded. */
    private int pack(byte[] packed) {
        int[] frequencies = new int[LONGEST_CODE + 1];
        for (int weight : weights) {
            frequencies[weight]++;
        }
        if (Arrays.stream(frequencies).filter(each -> each > 0).count() < 2) {
            return 0;
        }
        Distribution distribution = Distribution.ofFrequencies(frequencies, WEIGHT_LOG);
        BitWriter bits = new BitWriter(packed, 0, packed.length);
        distribution.writeTo(bits);
        putWeights(bits, new FseTable(distribution));
        return bits.fits() ? bits.position() : 0;
    }

    private void putWeights(BitWriter bits, FseTable table) {
        int[] states = new int[STATES];
        for (int i = weights.length - 1; i >= 0; i--) {
            int which = i % STATES;
            states[which] = states[which] == 0 ? table.last(weights[i]) : table.put(weights[i], states[which], bits);
        }
        for (int which = STATES - 1; which >= 0; which--) {
            table.putFirst(states[which], bits);
        }
        bits.put(1, 1);
        bits.align();
    }

    /** Put bytes from the last to the first, and a bit behind them. */
    void putStream(BitWriter bits, byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            bits.put(codes[bytes[i] & 0xFF], lengths[bytes[i] & 0xFF]);
        }
        bits.put(1, 1);
        bits.align();
    }
}
