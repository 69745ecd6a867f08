package io.coreimage.seed;

import io.coreimage.problem.RefusedException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a recovery system on the seed partition.
 * @param value lower-case letters, digits and single dashes inside
 */
public record SystemLabel(String value) {

    private static final Pattern TEXT = Pattern.compile("[a-z0-9](?:-?[a-z0-9])*");
    private static final int LONGEST = 100;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    public SystemLabel {
        if (value.length() > LONGEST || !TEXT.matcher(value).matches()) {
            throw new RefusedException(
                    "cannot use label \"" + value + "\": not lower-case letters and digits with single dashes between",
                    "Write a label such as 20240115 or release-7 in -Dcore-image.label.");
        }
    }

    /** Return the label of systems that are made at a time: its day in UTC. */
    public static SystemLabel ofDay(Instant time) {
        return new SystemLabel(DATE.format(time.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public String toString() {
        return value;
    }
}
