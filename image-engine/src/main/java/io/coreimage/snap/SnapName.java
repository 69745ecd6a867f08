package io.coreimage.snap;

import io.coreimage.problem.RefusedException;

/**
 * The name of a snap or of a component, as the store registers it.
 * @param value 2 to 40 lower-case letters, digits and single dashes inside, with at least one letter
 */
public record SnapName(String value) implements Comparable<SnapName> {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;

    public SnapName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is no name of a snap");
        }
    }

    /** Return the name that a user or a file wrote. */
    public static SnapName parse(String text) {
        if (!isValid(text)) {
            throw new RefusedException(
                    "cannot use snap name \"" + text + "\": not a valid name",
                    "A name has 2 to 40 lower-case letters, digits and single dashes, and at least one letter.");
        }
        return new SnapName(text);
    }

    /** Return whether the text can be a name. */
    public static boolean isValid(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(each -> isLetter(each) || isDigit(each) || each == '-')
                && text.chars().anyMatch(SnapName::isLetter)
                && !text.startsWith("-")
                && !text.endsWith("-")
                && !text.contains("--");
    }

    private static boolean isLetter(int each) {
        return each >= 'a' && each <= 'z';
    }

    private static boolean isDigit(int each) {
        return each >= '0' && each <= '9';
    }

    @Override
    public int compareTo(SnapName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
