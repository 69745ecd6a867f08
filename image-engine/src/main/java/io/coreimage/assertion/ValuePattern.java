package io.coreimage.assertion;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression over a whole value. Assertions use RE2's, which needs time in proportion to the value only; the
 * JDK's could be made to try for ever by whoever writes the pattern.
 * @param text the pattern as written
 * @param compiled the pattern, anchored
 */
record ValuePattern(String text, Pattern compiled) {

    private static final int LONGEST = 4096;
    private static final int DEEPEST = 100;
    private static final int MOST_REPEATS = 1000;

    /** Return the pattern, or throw {@link IllegalArgumentException} if it is none. */
    static ValuePattern compile(String text) {
        if (text.length() > LONGEST || PatternSize.depth(text) > DEEPEST || PatternSize.repeats(text) > MOST_REPEATS) {
            throw new IllegalArgumentException("it is too large");
        }
        try {
            return new ValuePattern(text, Pattern.compile("^(" + text + ")$"));
        } catch (PatternSyntaxException ex) {
            throw new IllegalArgumentException(ex.getDescription(), ex);
        }
    }

    boolean matches(String value) {
        return compiled.matcher(value).find();
    }
}
