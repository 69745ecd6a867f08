package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import java.util.Map;
import java.util.Optional;

/**
 * What the store calls a snap for ever, whatever its name becomes.
 * @param value 32 letters and digits
 */
public record SnapId(String value) implements Comparable<SnapId> {

    private static final int LENGTH = 32;

    private static final Map<SnapName, SnapId> WELL_KNOWN = Map.of(
            new SnapName("core"), new SnapId("99T7MUlRhtI3U0QFgl5mXXESAiSwt776"),
            new SnapName("snapd"), new SnapId("PMrrV4ml8uWuEUDBT8dSGnKUYbevVhc4"),
            new SnapName("core18"), new SnapId("CSO04Jhav2yK0uz97cr0ipQRyqg0qQL6"),
            new SnapName("core20"), new SnapId("DLqre5XGLbDqg9jPtiAhRRjDuPVa5X1q"),
            new SnapName("core22"), new SnapId("amcUKQILKXHHTlmSa7NMdnXSx02dNeeT"),
            new SnapName("core24"), new SnapId("dwTAh7MZZ01zyriOZErqd1JynQLiOGvM"));

    public SnapId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is no snap id");
        }
    }

    /** Return the id that a user or a file wrote. */
    public static SnapId parse(String text) {
        if (!isValid(text)) {
            throw new RefusedException("cannot use snap id \"" + text + "\": not 32 letters and digits");
        }
        return new SnapId(text);
    }

    /** Return whether the text can be an id. */
    public static boolean isValid(String text) {
        return text.length() == LENGTH && text.chars().allMatch(SnapId::isLetterOrDigit);
    }

    private static boolean isLetterOrDigit(int each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    }

    /** Return the id that a system snap has in the Snap Store, if it is one that everybody knows. */
    public static Optional<SnapId> wellKnown(SnapName name) {
        return Optional.ofNullable(WELL_KNOWN.get(name));
    }

    @Override
    public int compareTo(SnapId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
