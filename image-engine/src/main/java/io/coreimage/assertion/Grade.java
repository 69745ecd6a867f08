package io.coreimage.assertion;

import java.util.Locale;

/** How strictly a system of a model guards itself. */
public enum Grade {
    /** The model has the syntax of Ubuntu Core 16 and 18, which knows no grades. */
    UNSET,
    DANGEROUS,
    SIGNED,
    SECURED;

    /** Return the word that models use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
