package io.coreimage.assertion;

import org.jspecify.annotations.Nullable;

/**
 * A header that is part of a type's primary key.
 * @param name the header's name
 * @param fallback its value where it is left out, or {@code null} where it may not be
 */
public record KeyHeader(String name, @Nullable String fallback) {

    /** Only one header of a key may be left out: where a snap's revision came from. */
    static KeyHeader of(String name) {
        return new KeyHeader(name, name.equals("provenance") ? Provenance.DEFAULT : null);
    }

    /** Return whether it may be left out. */
    public boolean isOptional() {
        return fallback != null;
    }
}
