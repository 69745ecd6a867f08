package io.coreimage.resolve;

import io.coreimage.snap.Channel;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A snap that an image shall or may have, before anybody knows which revision.
 * @param name its name
 * @param id its id, where the model says it
 * @param role what it shall be
 * @param required whether it comes always, not only when it is asked for
 * @param modes the modes in which it is there
 * @param channel the channel to follow where nobody wishes another
 * @param pinned whether the model allows no other track
 * @param inModel whether the model lists or implies it
 * @param components the components that the model lists with it
 */
public record Entry(
        SnapName name,
        @Nullable SnapId id,
        Role role,
        boolean required,
        List<String> modes,
        Channel channel,
        boolean pinned,
        boolean inModel,
        SortedMap<SnapName, ComponentEntry> components) {

    /** The mode of everyday. */
    public static final String RUN = "run";

    /** All modes but that of everyday. */
    public static final String EPHEMERAL = "ephemeral";

    public Entry {
        modes = List.copyOf(modes);
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
    }

    /** Return a snap that only the user's wishes, or another snap, call for. */
    static Entry extra(SnapName name, Channel channel) {
        return new Entry(name, null, Role.EXTRA, true, List.of(RUN), channel, false, false, new TreeMap<>());
    }

    /** Return whether something that is in the given modes finds this there. */
    boolean covers(String mode) {
        boolean concrete = !mode.equals(RUN) && !mode.equals(EPHEMERAL);
        return modes.contains(mode) || (concrete && modes.contains(EPHEMERAL));
    }
}
