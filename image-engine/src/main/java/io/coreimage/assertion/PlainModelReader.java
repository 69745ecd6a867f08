package io.coreimage.assertion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the snaps of a model in the syntax of UC16 and 18. */
final class PlainModelReader {

    private PlainModelReader() {}

    static ModelSnaps read(HeaderReader headers, @Nullable String base) {
        ModelSnap kernel = pinned(headers, "kernel", ModelSnap.Type.KERNEL);
        ModelSnap gadget = pinned(headers, "gadget", ModelSnap.Type.GADGET);
        List<ModelSnap> essential = new ArrayList<>();
        if (kernel != null) {
            essential.add(kernel);
        }
        if (base != null) {
            essential.add(ModelSnap.plain(base, ModelSnap.Type.BASE, null));
        }
        if (gadget != null) {
            essential.add(gadget);
        }
        return new ModelSnaps(Grade.UNSET, StorageSafety.UNSET, essential, required(headers));
    }

    /** Read {@code name} or {@code name=track}. */
    private static @Nullable ModelSnap pinned(HeaderReader headers, String header, ModelSnap.Type type) {
        String value = headers.optional("M53", header);
        if (value == null) {
            return null;
        }
        int equals = value.indexOf('=');
        String name = equals < 0 ? value : value.substring(0, equals);
        String track = equals < 0 ? null : value.substring(equals + 1);
        if (!Names.isSnapName(name)) {
            throw headers.violation("M53", header, "is no name for a snap: " + Quote.of(name));
        }
        if (track != null && track.indexOf('/') >= 0) {
            throw headers.violation("M54", header, "can pin a track only, not a whole channel: " + Quote.of(track));
        }
        if (track != null && ModelChannel.isRisk(track)) {
            throw headers.violation("M55", header, "can pin a track only, not a risk: " + Quote.of(track));
        }
        return ModelSnap.plain(name, type, track == null || track.isEmpty() ? null : track);
    }

    private static List<ModelSnap> required(HeaderReader headers) {
        List<String> names = headers.texts("M56", "required-snaps");
        for (int i = 0; i < names.size(); i++) {
            if (!Names.isSnapName(names.get(i))) {
                String place = "required-snaps[" + i + "]";
                throw headers.violation("M57", place, "is no name for a snap: " + Quote.of(names.get(i)));
            }
        }
        return names.stream()
                .map(name -> ModelSnap.plain(name, ModelSnap.Type.UNSPECIFIED, null))
                .toList();
    }
}
