package io.coreimage.resolve;

import io.coreimage.assertion.SnapRevision;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Channel;
import io.coreimage.snap.SnapFile;
import io.coreimage.snap.SnapName;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The snaps that the user has as files, by the names that stand in them. */
final class LocalSnaps {

    private final Map<SnapName, LocalSnap> byName = new LinkedHashMap<>();

    /** Read the files that the wishes name. */
    static LocalSnaps read(Wishes wishes, AssertionShelf shelf) throws IOException {
        LocalSnaps snaps = new LocalSnaps();
        for (SnapWish each : wishes.snaps()) {
            if (each.file() != null) {
                snaps.add(each, each.file(), wishes, shelf);
            }
        }
        return snaps;
    }

    private void add(SnapWish wish, LocalFile origin, Wishes wishes, AssertionShelf shelf) throws IOException {
        SnapFile file = LocalFiles.snap(origin);
        SnapRevision signed = shelf.findRevision(file);
        LocalSnap snap =
                new LocalSnap(origin, file, signed, channel(wish, file.info().name(), wishes));
        LocalSnap other = byName.put(snap.name(), snap);
        if (other != null) {
            throw new RefusedException("cannot use snap \"" + snap.name() + "\" from file \"" + origin.origin()
                    + "\": it already comes from file \"" + other.origin().origin() + "\"");
        }
    }

    /** Somebody may name the same snap a second time by its name, to say the channel. */
    private static @Nullable Channel channel(SnapWish wish, SnapName name, Wishes wishes) {
        Channel byName = wishes.snaps().stream()
                .filter(each -> name.equals(each.name()))
                .map(SnapWish::channel)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (byName != null && wish.channel() != null && !byName.equals(wish.channel())) {
            throw new RefusedException("cannot use snap \"" + name + "\": it is named twice, with channels \""
                    + wish.channel() + "\" and \"" + byName + "\"");
        }
        return wish.channel() == null ? byName : wish.channel();
    }

    @Nullable
    LocalSnap find(SnapName name) {
        return byName.get(name);
    }

    boolean has(SnapName name) {
        return byName.containsKey(name);
    }

    /** Return the snap in a file, once it was read. */
    LocalSnap of(LocalFile origin) {
        return byName.values().stream()
                .filter(each -> each.origin().equals(origin))
                .findFirst()
                .orElseThrow();
    }
}
