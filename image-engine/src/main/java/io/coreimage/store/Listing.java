package io.coreimage.store;

import io.coreimage.snap.Architecture;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store says about a snap.
 * @param name its name
 * @param id its id
 * @param publisher who published it
 * @param defaultTrack the track that somebody gets who names none
 * @param releases what is where
 */
public record Listing(
        SnapName name,
        SnapId id,
        Offer.Publisher publisher,
        @Nullable String defaultTrack,
        List<Release> releases) {

    public Listing {
        releases = List.copyOf(releases);
    }

    /**
     * A revision in a channel.
     * @param channel the channel's name, as the store writes it
     * @param architecture for which machine
     * @param revision the revision
     * @param version its version
     */
    public record Release(String channel, Architecture architecture, Revision revision, String version) {}
}
