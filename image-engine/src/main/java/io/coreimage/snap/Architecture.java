package io.coreimage.snap;

import io.coreimage.problem.RefusedException;
import java.util.regex.Pattern;

/**
 * A machine's architecture by Debian's name.
 * @param name such as {@code amd64}
 */
public record Architecture(String name) implements Comparable<Architecture> {

    // First, for the constants below are checked with it.
    private static final Pattern TEXT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}");

    /** What a snap says that runs on every machine. */
    public static final Architecture ALL = new Architecture("all");

    public static final Architecture AMD64 = new Architecture("amd64");
    public static final Architecture ARM64 = new Architecture("arm64");
    public static final Architecture ARMHF = new Architecture("armhf");
    public static final Architecture I386 = new Architecture("i386");
    public static final Architecture RISCV64 = new Architecture("riscv64");

    public Architecture {
        if (!TEXT.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no architecture");
        }
    }

    /** Return the architecture that a user or a file wrote; new ones need no change here. */
    public static Architecture parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new RefusedException(
                    "cannot use architecture \"" + text + "\": not an architecture's name",
                    "Write Debian's name, such as amd64, arm64 or armhf.");
        }
        return new Architecture(text);
    }

    /** Return whether something made for this runs on the given machine. */
    public boolean runsOn(Architecture machine) {
        return equals(ALL) || equals(machine);
    }

    @Override
    public int compareTo(Architecture other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
