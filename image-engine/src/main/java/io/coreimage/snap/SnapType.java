package io.coreimage.snap;

import java.util.Arrays;
import java.util.Optional;

/** What a snap is in a system. The order is the one in which snapd installs them. */
public enum SnapType {
    SNAPD("snapd"),
    /** The {@code core} snap of old: snapd and the first base in one. */
    OS("os"),
    KERNEL("kernel"),
    BASE("base"),
    GADGET("gadget"),
    APP("app");

    private final String text;

    SnapType(String text) {
        this.text = text;
    }

    /** Return the type by snap.yaml's word; {@code application} is an old one for {@code app}. */
    public static Optional<SnapType> named(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text.equals(text) || (each == APP && text.equals("application")))
                .findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
