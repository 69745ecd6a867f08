package io.coreimage.snap;

import java.util.regex.Pattern;

/** The form of a span of time, such as {@code 1m30s}. */
final class DurationText {

    private static final Pattern POSITIVE =
            Pattern.compile("\\+?(?:0|(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)");

    private DurationText() {}

    static boolean isPositive(String text) {
        return POSITIVE.matcher(text).matches();
    }
}
