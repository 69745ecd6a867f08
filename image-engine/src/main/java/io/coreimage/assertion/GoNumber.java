package io.coreimage.assertion;

import java.math.BigDecimal;

/** Numbers as Go's JSON prints them: the shortest digits that give the same value again. */
final class GoNumber {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e21;

    private GoNumber() {}

    static String print(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = ShortestDecimal.of(value);
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            return digits.toPlainString();
        }
        int exponent = digits.precision() - digits.scale() - 1;
        String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
