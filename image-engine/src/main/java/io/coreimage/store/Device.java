package io.coreimage.store;

import io.coreimage.snap.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * The machine that snaps are wanted for, as far as a store cares.
 * @param architecture its architecture
 * @param storeId the brand store of its model; {@code null} for the public one
 * @param classic whether it is a classic system
 */
public record Device(Architecture architecture, @Nullable String storeId, boolean classic) {

    /** The series of all Ubuntu Core systems. */
    static final String SERIES = "16";

    /** Return an Ubuntu Core device of the public store. */
    public static Device of(Architecture architecture) {
        return new Device(architecture, null, false);
    }
}
