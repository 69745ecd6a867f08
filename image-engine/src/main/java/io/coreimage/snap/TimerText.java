package io.coreimage.snap;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a timer: events, each of days such as {@code mon} or {@code mon1-fri2} and then of times such as
 * {@code 9:00~11:00/2}, divided by commas; {@code ,,} divides events.
 */
final class TimerText {

    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final String CLOCK = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00";
    private static final Pattern TIME = Pattern.compile("(?:" + CLOCK + ")(?:[-~](?:" + CLOCK + "))?(?:/[1-9][0-9]*)?");
    private static final String DAY = "(" + String.join("|", DAYS) + ")([1-5])?";
    private static final Pattern SPAN = Pattern.compile(DAY + "(?:-" + DAY + ")?");

    private TimerText() {}

    static boolean isValid(String text) {
        return text.isEmpty() || Arrays.stream(text.split(",,", -1)).allMatch(TimerText::isEvent);
    }

    private static boolean isEvent(String event) {
        boolean timesHaveBegun = false;
        for (String each : event.split(",", -1)) {
            boolean isTime = TIME.matcher(each).matches();
            if (!isTime && (timesHaveBegun || !isSpan(each))) {
                return false;
            }
            timesHaveBegun |= isTime;
        }
        return true;
    }

    /** The weeks of a span must not run backwards. */
    private static boolean isSpan(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return false;
        }
        String from = span.group(2);
        String to = span.group(4);
        return from == null || to == null || from.compareTo(to) <= 0;
    }
}
