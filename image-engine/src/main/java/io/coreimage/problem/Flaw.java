package io.coreimage.problem;

import java.util.Locale;

/**
 * Something in a disk, a file system or an archive that is not as it should be, found by a check that goes on.
 * @param structure the structure in its format's own words, such as {@code gpt header}
 * @param offset where the structure (or the field in it) starts, in bytes from the start of what is checked
 * @param reason what is wrong, without a full stop
 */
public record Flaw(String structure, long offset, String reason) implements Comparable<Flaw> {

    /** Return the exception for readers that cannot go on. */
    public MalformedException toException() {
        return new MalformedException(structure, offset, reason);
    }

    /** Order by place. */
    @Override
    public int compareTo(Flaw other) {
        return Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at offset %d: %s", structure, offset, reason);
    }
}
