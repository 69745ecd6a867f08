package io.coreimage.maven.support;

import io.coreimage.problem.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one time of a build: {@code core-image.timestamp}, else {@code project.build.outputTimestamp}; never the clock's.
 *
 * <p>Both are dates of ISO 8601 or seconds since 1970. As everywhere in Maven, an output timestamp of a single letter
 * means that the project has none; and so does the one that Maven 4 gives to every POM that says nothing, or the same POM
 * would make other bytes there.
 */
public final class BuildTimestamp {

    private static final String OF_MAVEN_4 = "1980-02-01T00:00:00Z";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private BuildTimestamp() {}

    /** Return the build's time, if the user or the project gives one. */
    public static Optional<Instant> of(@Nullable String given, @Nullable String ofProject) {
        return parse("core-image.timestamp", given)
                .or(() -> parse("project.build.outputTimestamp", switchedOff(ofProject) ? null : ofProject));
    }

    /** Without a project Maven leaves the expression as it is. */
    private static boolean switchedOff(@Nullable String text) {
        return text == null
                || text.startsWith("${")
                || text.equals(OF_MAVEN_4)
                || (text.length() == 1 && !Character.isDigit(text.charAt(0)));
    }

    private static Optional<Instant> parse(String property, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    SECONDS.matcher(text).matches()
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException ex) {
            throw new RefusedException(
                    "cannot read " + property + " \"" + text + "\": it is neither a date nor a number of seconds",
                    "Write it as 2026-01-31T00:00:00Z, or as seconds since 1970.",
                    ex);
        }
    }
}
