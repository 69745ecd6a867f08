package io.coreimage.snap;

import java.util.Arrays;
import java.util.Optional;

/** What a component adds to its snap. */
public enum ComponentType {
    STANDARD("standard"),
    KERNEL_MODULES("kernel-modules"),
    TEST("test");

    private final String text;

    ComponentType(String text) {
        this.text = text;
    }

    /** Return the type by its word. */
    public static Optional<ComponentType> named(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
