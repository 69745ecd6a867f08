package io.coreimage.store;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.snap.ComponentName;
import io.coreimage.snap.Epoch;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapId;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a store says about one snap. */
final class OfferReader {

    private OfferReader() {}

    static Offer read(Json result) {
        Json snap = result.object("snap");
        SnapName name = typed(snap, "name", SnapName::parse);
        Revision revision = revision(snap);
        return new Offer(
                name,
                typed(snap, "snap-id", SnapId::parse),
                revision,
                snap.text("version", ""),
                type(snap),
                architectures(snap),
                snap.optional("base").filter(base -> !base.isEmpty()).orElse(null),
                snap.optional("confinement").orElse(null),
                epoch(snap),
                publisher(snap),
                StorePage.read(snap),
                snap.optional("snap-yaml").filter(yaml -> !yaml.isEmpty()).orElse(null),
                channel(result, "effective-channel"),
                channel(result, "redirect-channel"),
                download(snap, name + "_" + revision + ".snap"),
                snap.objects("resources").stream()
                        .filter(each -> each.text("type", "").startsWith("component/"))
                        .map(each -> component(name, each))
                        .toList());
    }

    private static OfferedComponent component(SnapName snap, Json resource) {
        ComponentName name = new ComponentName(snap, typed(resource, "name", SnapName::parse));
        Revision revision = revision(resource);
        return new OfferedComponent(
                name,
                resource.text("type"),
                revision,
                resource.text("version", ""),
                download(resource, name + "_" + revision + ".comp"));
    }

    static Revision revision(Json owner) {
        long number = owner.number("revision");
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw owner.wrong("revision", number + ", which no snap has");
        }
        return Revision.of((int) number);
    }

    private static SnapType type(Json snap) {
        if (!snap.names("type")) {
            return SnapType.APP;
        }
        String word = snap.text("type", "");
        return SnapType.named(word).orElseThrow(() -> snap.wrong("type", "\"" + word + "\", which is unknown"));
    }

    private static List<Architecture> architectures(Json snap) {
        return snap.texts("architectures").stream().map(Architecture::parse).toList();
    }

    private static Epoch epoch(Json snap) {
        return snap.has("epoch")
                ? new Epoch(
                        snap.object("epoch").numbers("read"),
                        snap.object("epoch").numbers("write"))
                : Epoch.ZERO;
    }

    static Offer.Publisher publisher(Json snap) {
        return snap.optionalObject("publisher")
                .map(each -> new Offer.Publisher(each.text("id", ""), StoreErrors.clean(each.text("username", ""))))
                .orElse(new Offer.Publisher("", ""));
    }

    private static @Nullable Channel channel(Json result, String name) {
        String text = result.text(name, "");
        return text.isEmpty() ? null : typed(result, name, Channel::parse);
    }

    private static Download download(Json owner, String fileName) {
        Json download = owner.object("download");
        long size = download.number("size");
        if (size < 0) {
            throw download.wrong("size", "negative");
        }
        return new Download(
                fileName,
                typed(download, "url", URI::create),
                typed(download, "sha3-384", hex -> new Digest(Digest.Algorithm.SHA3_384, hex)),
                Size.ofBytes(size));
    }

    /** Return a value of our own type; what the store wrote is not the user's mistake. */
    private static <T> T typed(Json owner, String name, Function<String, T> type) {
        String text = owner.text(name);
        try {
            return type.apply(text);
        } catch (RefusedException | IllegalArgumentException ex) {
            throw owner.wrong(name, "\"" + StoreErrors.clean(text) + "\", which is none");
        }
    }
}
