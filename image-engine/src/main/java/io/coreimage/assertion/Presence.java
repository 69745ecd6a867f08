package io.coreimage.assertion;

import java.util.Locale;

/** Whether a snap or a component must be there. */
public enum Presence {
    REQUIRED,
    OPTIONAL,
    /** It must not be there; only validation sets can say so. */
    INVALID;

    /** Return the word that assertions use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
