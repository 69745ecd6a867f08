package io.coreimage.assertion;

import java.util.OptionalLong;

/** Whole numbers in headers, which are text there. */
final class Numbers {

    private static final int MOST_DIGITS = 20;

    private Numbers() {}

    /** Read a number with an optional sign. Zeros in front are only allowed behind a sign. */
    static OptionalLong signed(String text) {
        boolean sign = text.startsWith("+") || text.startsWith("-");
        String digits = sign ? text.substring(1) : text;
        if (!Names.consistsOf(digits, Names.DIGIT) || (text.startsWith("0") && text.length() > 1)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException ex) {
            return OptionalLong.empty();
        }
    }

    /** Read a number of up to 64 bits without sign. What no file can have, 2^63 and more, is given as 2^63 - 1. */
    static OptionalLong unsigned(String text) {
        boolean form = Names.consistsOf(text, Names.DIGIT) && (text.length() == 1 || !text.startsWith("0"));
        if (!form || text.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseUnsignedLong(text);
            return OptionalLong.of(value < 0 ? Long.MAX_VALUE : value);
        } catch (NumberFormatException ex) {
            return OptionalLong.empty();
        }
    }
}
