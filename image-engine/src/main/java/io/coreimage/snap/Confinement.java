package io.coreimage.snap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How tightly a snap is held in the system. */
public enum Confinement {
    STRICT,
    DEVMODE,
    CLASSIC;

    static Optional<Confinement> named(String text) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
