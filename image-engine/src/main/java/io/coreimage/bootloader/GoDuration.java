package io.coreimage.bootloader;

import io.coreimage.problem.RefusedException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as snapd's options write it, such as {@code 1m30s}. */
final class GoDuration {

    private static final Pattern ALL = Pattern.compile("([0-9]{1,9}(\\.[0-9]{1,9})?(ns|us|µs|ms|s|m|h)){1,8}");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ns|us|µs|ms|s|m|h)");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "ns", new BigDecimal("0.000000001"),
            "us", new BigDecimal("0.000001"),
            "µs", new BigDecimal("0.000001"),
            "ms", new BigDecimal("0.001"),
            "s", BigDecimal.ONE,
            "m", BigDecimal.valueOf(60),
            "h", BigDecimal.valueOf(3600));

    private GoDuration() {}

    static long seconds(String text, String option) {
        if (text.equals("0")) {
            return 0;
        }
        if (!ALL.matcher(text).matches()) {
            throw new RefusedException(
                    "cannot use default " + option + " of the gadget: \"" + text + "\" is no length of time",
                    "Write numbers with units, such as 1m30s.");
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            sum = sum.add(
                    new BigDecimal(matcher.group(1)).multiply(UNITS.getOrDefault(matcher.group(2), BigDecimal.ONE)));
        }
        return sum.longValue();
    }
}
