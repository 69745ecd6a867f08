package io.coreimage.filesystem.fat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as directories keep it: two seconds exact, from 1980 to 2107. Without a zone; ours is always UTC.
 *
 * <pre>
 * time ┌ hour:5 ┬ minute:6 ┬ second / 2:5 ┐     date ┌ year - 1980:7 ┬ month:4 ┬ day:5 ┐
 * </pre>
 *
 * @param time the time of the day
 * @param date the date
 */
record DosTime(int time, int date) {

    static final DosTime FIRST = new DosTime(0, 0x21);
    static final DosTime LAST = new DosTime(0xBF7D, 0xFF9F);

    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2107;

    static DosTime of(Instant instant) {
        if (instant.isBefore(FIRST.toInstant())) {
            return FIRST;
        }
        if (!instant.isBefore(LAST.toInstant())) {
            return LAST;
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return new DosTime(
                time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2,
                (time.getYear() - FIRST_YEAR) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth());
    }

    /** Return the time; fields that no clock shows are brought to the nearest that one does. */
    Instant toInstant() {
        int month = clamp(date >>> 5 & 0xF, 1, 12);
        LocalDateTime day = LocalDateTime.of(Math.min(FIRST_YEAR + (date >>> 9), LAST_YEAR), month, 1, 0, 0);
        int last = day.toLocalDate().lengthOfMonth();
        return day.withDayOfMonth(clamp(date & 0x1F, 1, last))
                .withHour(Math.min(time >>> 11, 23))
                .withMinute(Math.min(time >>> 5 & 0x3F, 59))
                .withSecond(Math.min((time & 0x1F) * 2, 58))
                .toInstant(ZoneOffset.UTC);
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(value, most));
    }
}
