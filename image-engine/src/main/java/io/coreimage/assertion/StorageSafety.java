package io.coreimage.assertion;

import java.util.Locale;

/** Whether the data of a system must or may be encrypted. */
public enum StorageSafety {
    /** The model has the syntax of Ubuntu Core 16 and 18, which knows nothing of it. */
    UNSET,
    ENCRYPTED,
    PREFER_ENCRYPTED,
    PREFER_UNENCRYPTED;

    /** Return the word that models use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return word();
    }
}
