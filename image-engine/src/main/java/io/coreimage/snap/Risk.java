package io.coreimage.snap;

import java.util.Arrays;
import java.util.Optional;

/** How sure a publisher is of a revision, the surest first. */
public enum Risk {
    STABLE("stable"),
    CANDIDATE("candidate"),
    BETA("beta"),
    EDGE("edge");

    private final String text;

    Risk(String text) {
        this.text = text;
    }

    /** Return the risk by its word. */
    public static Optional<Risk> named(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
