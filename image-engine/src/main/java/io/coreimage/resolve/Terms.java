package io.coreimage.resolve;

import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.snap.SnapName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model says besides its list of snaps, as far as the choice depends on it.
 * @param generation the kind of image
 * @param grade {@code dangerous}, {@code signed}, {@code secured}; empty before there were grades
 * @param base the base that the system boots; {@code null} on UC16, where it is the core snap
 * @param architecture the machine's architecture
 * @param brand the id of the account whose model it is
 * @param entries the snaps that the model lists or implies, in the order in which they are handled
 */
record Terms(
        Generation generation,
        String grade,
        @Nullable SnapName base,
        Architecture architecture,
        String brand,
        List<Entry> entries) {

    private static final String DANGEROUS = "dangerous";

    Terms {
        entries = List.copyOf(entries);
    }

    boolean hasModes() {
        return generation == Generation.UC20;
    }

    /** Return whether the user may change what the model's signature does not cover. */
    boolean isLax() {
        return !hasModes() || grade.equals(DANGEROUS);
    }

    /** Return the channel for snaps that only the user calls for. */
    Channel extraChannel() {
        return hasModes() ? Channel.LATEST_STABLE : Channel.STABLE;
    }

    /** Return what it is, for sentences. */
    String kind() {
        return hasModes() ? "a model of grade " + grade : "a " + generation + " model";
    }
}
