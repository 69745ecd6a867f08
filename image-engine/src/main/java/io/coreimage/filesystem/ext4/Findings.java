package io.coreimage.filesystem.ext4;

import io.coreimage.problem.Flaw;
import java.util.ArrayList;
import java.util.List;

/** Where flaws go: a reader stops at the first, a check collects them. */
final class Findings {

    /** Nobody reads more, and hostile bytes must not fill the memory. */
    private static final int MOST = 1000;

    private final boolean goOn;
    private final List<Flaw> flaws = new ArrayList<>();

    private Findings(boolean goOn) {
        this.goOn = goOn;
    }

    static Findings throwing() {
        return new Findings(false);
    }

    static Findings collecting() {
        return new Findings(true);
    }

    void add(String structure, long offset, String reason) {
        add(new Flaw(structure, offset, reason));
    }

    void add(Flaw flaw) {
        if (!goOn) {
            throw flaw.toException();
        }
        if (flaws.size() < MOST) {
            flaws.add(flaw);
        }
    }

    /** Add a flaw where something does not hold, and return whether it holds. */
    boolean expect(boolean holds, String structure, long offset, String reason) {
        if (!holds) {
            add(structure, offset, reason);
        }
        return holds;
    }

    List<Flaw> sorted() {
        return flaws.stream().sorted().toList();
    }
}
