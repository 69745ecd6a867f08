package io.coreimage.deflate;

/** The alphabets of RFC 1951, section 3.2.5: which symbol and how many further bits a length or a distance takes. */
final class Symbols {

    static final int LITERALS = 286;
    static final int DISTANCES = 30;
    static final int END = 256;

    private static final int FIRST_LENGTH = 257;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final byte[] LENGTH_SYMBOL = new byte[MatchFinder.LONGEST + 1];

    static {
        for (int symbol = 0; symbol < LENGTH_BASE.length; symbol++) {
            for (int length = LENGTH_BASE[symbol]; length <= MatchFinder.LONGEST; length++) {
                LENGTH_SYMBOL[length] = (byte) symbol;
            }
        }
    }

    private Symbols() {}

    static int ofLength(int length) {
        return FIRST_LENGTH + LENGTH_SYMBOL[length];
    }

    static int lengthBits(int symbol) {
        return LENGTH_BITS[symbol - FIRST_LENGTH];
    }

    static int lengthBase(int symbol) {
        return LENGTH_BASE[symbol - FIRST_LENGTH];
    }

    /** Distances above 4 come in pairs of symbols, each pair with one more bit than the one before. */
    static int ofDistance(int distance) {
        int from0 = distance - 1;
        if (from0 < 4) {
            return from0;
        }
        int high = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(from0);
        return 2 * high + (from0 >>> (high - 1) & 1);
    }

    static int distanceBits(int symbol) {
        return symbol < 4 ? 0 : symbol / 2 - 1;
    }

    static int distanceBase(int symbol) {
        return symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << distanceBits(symbol)) + 1;
    }
}
