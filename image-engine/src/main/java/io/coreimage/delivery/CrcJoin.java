package io.coreimage.delivery;

/**
 * Finds the CRC-32 of two pieces together from those of each, so that pieces can be summed at the same time.
 *
 * <p>A CRC is a remainder of polynomials over one bit; bytes that follow multiply it by a power of x. Polynomials are
 * kept with the coefficient of x⁰ in the highest bit, as the CRC itself.
 */
final class CrcJoin {

    private static final int POLYNOMIAL = 0xEDB8_8320;
    private static final int ONE = 1 << 31;
    private static final int X_TO_THE_8 = 1 << 23;

    private CrcJoin() {}

    /** Return the sum of a first piece and a second one of the given length. */
    static int join(int first, int second, long secondLength) {
        return multiply(power(secondLength), first) ^ second;
    }

    /** Return the sum of zeros, however many: the sum starts with all ones and ends turned around, as every sum does. */
    static int ofZeros(long count) {
        return ~multiply(power(count), ~0);
    }

    /** Return x to the power of 8 times a number of bytes. */
    private static int power(long bytes) {
        int result = ONE;
        int square = X_TO_THE_8;
        for (long left = bytes; left > 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result = multiply(square, result);
            }
            square = multiply(square, square);
        }
        return result;
    }

    private static int multiply(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((one & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
        }
        return product;
    }
}
