package io.coreimage.zstandard;

/** Logarithms of small numbers to the base 2, in whole 256ths, for what codes cost; the same on every machine. */
final class Logarithm {

    static final int ONE = 256;

    private static final int LARGEST = 512;
    private static final int MANTISSA = 31;
    private static final int[] KNOWN = known();

    private Logarithm() {}

    private static int[] known() {
        int[] known = new int[LARGEST + 1];
        for (int number = 1; number <= LARGEST; number++) {
            known[number] = compute(number);
        }
        return known;
    }

    /** Find one bit of the fraction after another, by squaring. */
    private static int compute(int number) {
        int whole = highestBit(number);
        int result = whole;
        long mantissa = (long) number << (MANTISSA - whole);
        for (int bit = 1; bit < ONE; bit <<= 1) {
            mantissa = (mantissa * mantissa) >>> MANTISSA;
            long carry = mantissa >>> (MANTISSA + 1);
            mantissa >>>= carry;
            result = result << 1 | (int) carry;
        }
        return result;
    }

    static int highestBit(int number) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
    }

    static int of(int number) {
        return KNOWN[number];
    }
}
