package io.coreimage.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An offer as the cache keeps it: what counts of a store's own words, without addresses that end soon. */
final class OfferText {

    private static final String NOWHERE = "kept:/";

    private OfferText() {}

    static String write(Offer offer) {
        ObjectNode result = Json.newObject();
        if (offer.redirectChannel() != null) {
            result.put("redirect-channel", offer.redirectChannel().toString());
        }
        ObjectNode snap = result.putObject("snap");
        snap.put("name", offer.name().value());
        snap.put("snap-id", offer.id().value());
        snap.put("revision", offer.revision().number());
        snap.put("version", offer.version());
        snap.put("type", offer.type().toString());
        offer.architectures().forEach(each -> snap.withArray("architectures").add(each.toString()));
        snap.put("private", offer.page().isPrivate());
        snap.put("contact", offer.page().contact());
        ObjectNode links = snap.putObject("links");
        offer.page().links().forEach((kind, all) -> all.forEach(links.withArray(kind)::add));
        write(snap, offer.file());
        offer.components().forEach(each -> {
            ObjectNode resource = snap.withArray("resources").addObject();
            resource.put("name", each.name().component().value());
            resource.put("type", each.type());
            resource.put("revision", each.revision().number());
            resource.put("version", each.version());
            write(resource, each.file());
        });
        return JsonTree.text(result);
    }

    private static void write(ObjectNode owner, Download file) {
        ObjectNode download = owner.putObject("download");
        download.put("url", NOWHERE);
        download.put("size", file.size().bytes());
        download.put("sha3-384", file.digest().hex());
    }

    static Offer read(String text, String where) {
        return OfferReader.read(Json.parse(text, where));
    }
}
