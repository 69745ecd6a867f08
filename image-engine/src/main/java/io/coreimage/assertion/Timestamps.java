package io.coreimage.assertion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in headers: {@code 2020-03-10T12:05:38.5+01:00}. Read by hand, the JDK's reader takes more and less. */
final class Timestamps {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})"
            + "T([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]++))?"
            + "(?:Z|([+-])([0-9]{2}):([0-9]{2}))");

    private static final int NANO_DIGITS = 9;

    private Timestamps() {}

    /** Return the moment that a text names, or {@code null} if it does not have the form. */
    static @Nullable Instant parse(String text) {
        return parse(text, 0);
    }

    /** Return the moment a calendar year later, in the text's own zone; the 29th of February becomes the 1st of March. */
    static @Nullable Instant aYearLater(String text) {
        return parse(text, 1);
    }

    private static @Nullable Instant parse(String text, int years) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int[] offset = {number(matcher, 9), number(matcher, 10)};
        // Wider than any zone that there is, but this is what is accepted everywhere else.
        if (offset[0] > 24 || offset[1] > 60) {
            return null;
        }
        long seconds = (offset[0] * 60L + offset[1]) * 60;
        LocalDateTime local = local(matcher);
        return local == null
                ? null
                : later(local, years)
                        .toInstant(ZoneOffset.UTC)
                        .plusSeconds("-".equals(matcher.group(8)) ? seconds : -seconds);
    }

    private static LocalDateTime later(LocalDateTime local, int years) {
        LocalDateTime later = local.plusYears(years);
        return later.getDayOfMonth() == local.getDayOfMonth() ? later : later.plusDays(1);
    }

    private static @Nullable LocalDateTime local(Matcher matcher) {
        try {
            return LocalDateTime.of(
                    number(matcher, 1),
                    number(matcher, 2),
                    number(matcher, 3),
                    number(matcher, 4),
                    number(matcher, 5),
                    number(matcher, 6),
                    nanos(matcher.group(7)));
        } catch (DateTimeException ex) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    }
}
