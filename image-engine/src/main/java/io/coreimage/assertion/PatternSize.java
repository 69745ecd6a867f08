package io.coreimage.assertion;

/** How large a pattern becomes when it is compiled: guessed from above, so that a small text cannot eat the memory. */
final class PatternSize {

    private static final int HUGE = 1_000_000;

    private PatternSize() {}

    /** Return how deep its parentheses nest at most. */
    static int depth(String pattern) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** Return the product of all its counted repetitions such as {@code x{3,5}}, or something larger than allowed. */
    static int repeats(String pattern) {
        long product = 1;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            product = Math.min(HUGE, product * Math.max(1, largestNumber(pattern.substring(open + 1, close))));
        }
        return (int) product;
    }

    private static long largestNumber(String counts) {
        long largest = 0;
        for (String count : counts.split(",", -1)) {
            boolean number = Names.consistsOf(count, Names.DIGIT) && count.length() <= 6;
            largest = Math.max(largest, number ? Long.parseLong(count) : 0);
        }
        return largest;
    }
}
