package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which upload of a snap: the store counts from 1, files that nobody signed count as {@code x1} and on.
 * @param number the store's count, or the negative of a local one
 */
public record Revision(int number) implements Comparable<Revision> {

    /** What a snap without a signed revision gets in a seed. */
    public static final Revision FIRST_LOCAL = new Revision(-1);

    private static final Pattern TEXT = Pattern.compile("x?[1-9][0-9]{0,9}");

    public Revision {
        if (number == 0) {
            throw new IllegalArgumentException("revisions count from 1");
        }
    }

    /** Return a revision of the store. */
    public static Revision of(int number) {
        return new Revision(number);
    }

    /** Return the revision that a user or a file wrote: {@code 42} or {@code x1}. */
    public static Revision parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw refused(text, "not a number above 0, nor such a number after an x", null);
        }
        try {
            boolean local = text.startsWith("x");
            int number = Integer.parseInt(local ? text.substring(1) : text);
            return new Revision(local ? -number : number);
        } catch (NumberFormatException ex) {
            throw refused(text, "too large", ex);
        }
    }

    private static RefusedException refused(String text, String reason, @Nullable Throwable cause) {
        return new RefusedException("cannot use revision \"" + text + "\": " + reason, null, cause);
    }

    /** Return whether nobody signed it. */
    public boolean isLocal() {
        return number < 0;
    }

    @Override
    public int compareTo(Revision other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return isLocal() ? "x" + -(long) number : Integer.toString(number);
    }
}
