package io.coreimage.store;

import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import java.util.List;

/** Reads what a store says about a snap's releases. */
final class ListingReader {

    private ListingReader() {}

    static Listing read(Json body) {
        try {
            return new Listing(
                    SnapName.parse(body.text("name")),
                    SnapId.parse(body.text("snap-id")),
                    body.optionalObject("snap").map(OfferReader::publisher).orElse(new Offer.Publisher("", "")),
                    body.optional("default-track").orElse(null),
                    releases(body));
        } catch (RefusedException ex) {
            throw new io.coreimage.problem.FaultException("cannot read the store's answer: " + ex.getMessage(), ex);
        }
    }

    private static List<Listing.Release> releases(Json body) {
        return body.objects("channel-map").stream().map(ListingReader::release).toList();
    }

    private static Listing.Release release(Json entry) {
        Json channel = entry.object("channel");
        return new Listing.Release(
                channel.text("name"),
                Architecture.parse(channel.text("architecture")),
                OfferReader.revision(entry),
                entry.text("version", ""));
    }
}
