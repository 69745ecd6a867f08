package io.coreimage.resolve;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Channel;
import org.jspecify.annotations.Nullable;

/** Which channel a snap follows, by the model and the user's wishes. */
final class Channels {

    private final @Nullable Channel forAll;

    Channels(@Nullable Channel forAll) {
        this.forAll = forAll;
    }

    /** Return the channel for an entry when the user wishes the given one, or none, for it. */
    Channel choose(Entry entry, @Nullable Channel own) {
        Channel wished = own == null ? forAll : own;
        if (!entry.pinned()) {
            return entry.channel().resolve(wished);
        }
        return entry.channel()
                .resolvePinned(wished)
                .orElseThrow(() -> new RefusedException(
                        "cannot take " + entry.role() + " \"" + entry.name() + "\" from channel \"" + wished
                                + "\": the model pins it to track \"" + entry.channel() + "\"",
                        "Leave the track away, or sign a model with another track."));
    }
}
