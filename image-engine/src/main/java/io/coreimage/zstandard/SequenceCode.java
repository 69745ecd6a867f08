package io.coreimage.zstandard;

import io.coreimage.deflate.BitWriter;
import java.util.Arrays;

/**
 * How the numbers of sequences are written: a code, itself coded by how frequent it is, and further bits, which say
 * which of the numbers with this code it is (RFC 8878, section 3.1.1.3.2.1).
 */
@SuppressWarnings("ImmutableEnumChecker") // its tables are arrays, filled once and only read
enum SequenceCode {
    LITERAL_LENGTH(0, Tables.LITERAL_LENGTH_BITS, 9, new Distribution(6, Tables.LITERAL_LENGTH_CELLS)),
    OFFSET(1, Tables.OFFSET_BITS, 8, new Distribution(5, Tables.OFFSET_CELLS)),
    MATCH_LENGTH(3, Tables.MATCH_LENGTH_BITS, 9, new Distribution(6, Tables.MATCH_LENGTH_CELLS));

    private final int[] bases;
    private final int[] furtherBits;
    private final int mostLog;
    private final Distribution predefined;

    SequenceCode(int first, int[] furtherBits, int mostLog, Distribution predefined) {
        this.furtherBits = furtherBits;
        this.bases = new int[furtherBits.length];
        for (int code = 0, base = first; code < bases.length; code++) {
            bases[code] = base;
            base += 1 << furtherBits[code];
        }
        this.mostLog = mostLog;
        this.predefined = predefined;
    }

    int codes() {
        return bases.length;
    }

    int mostLog() {
        return mostLog;
    }

    Distribution predefined() {
        return predefined;
    }

    int code(int value) {
        int found = Arrays.binarySearch(bases, value);
        return found < 0 ? -2 - found : found;
    }

    int furtherBits(int code) {
        return furtherBits[code];
    }

    void putFurther(int value, int code, BitWriter bits) {
        bits.put(value - bases[code], furtherBits[code]);
    }

    /** The tables of RFC 8878, sections 3.1.1.3.2.1 and 3.1.1.3.2.2. */
    private static final class Tables {

        static final int[] LITERAL_LENGTH_BITS = {
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14,
            15, 16
        };
        static final int[] OFFSET_BITS = {
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28
        };
        static final int[] MATCH_LENGTH_BITS = {
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1,
            2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
        };
        static final int[] LITERAL_LENGTH_CELLS = {
            4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1,
            -1
        };
        static final int[] OFFSET_CELLS = {
            1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
        };
        static final int[] MATCH_LENGTH_CELLS = {
            1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
        };
    }
}
