package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Revision;
import io.coreimage.store.Ask;
import io.coreimage.store.Download;
import io.coreimage.store.Offer;
import io.coreimage.store.Progress;
import io.coreimage.store.Refresh;
import io.coreimage.store.SnapStore;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store files of a lock: from the cache, else from where the store behind it says that they are. */
final class LockedFiles {

    private final Lock lock;
    private final SnapStore behind;
    private @Nullable Map<Digest, Download> places;

    LockedFiles(Lock lock, SnapStore behind) {
        this.lock = lock;
        this.behind = behind;
    }

    ByteSource get(Download file, Cache cache, Progress progress) {
        Optional<ByteSource> here = cache.find(file.wanted());
        if (here.isPresent()) {
            return here.get();
        }
        Download place = places(cache).get(file.digest());
        if (place == null) {
            throw new RefusedException(
                    "cannot fetch \"" + file.fileName() + "\": " + behind.name()
                            + " has another file for this revision than the lock",
                    "Write the lock anew with core-image:lock, or ask the store's owner what happened.");
        }
        return behind.download(
                new Download(file.fileName(), place.location(), file.digest(), file.size()), cache, progress);
    }

    /** Ask once for all that is missing, by revision: the lock says what, the store only where. */
    private synchronized Map<Digest, Download> places(Cache cache) {
        if (places == null) {
            if (behind instanceof OfflineStore offline) {
                throw offline.missing(missing(cache));
            }
            List<Ask> asks = lock.snaps().stream()
                    .filter(each -> isMissing(each, cache))
                    .map(each -> Ask.of(each.name(), each.revision()).ignoringValidation(true))
                    .toList();
            Map<Digest, Download> found = new HashMap<>();
            behind.refresh(Refresh.of(asks)).stream()
                    .flatMap(LockedFiles::downloads)
                    .forEach(each -> found.put(each.digest(), each));
            places = found;
        }
        return places;
    }

    private static boolean isMissing(LockedSnap snap, Cache cache) {
        return snap.file().origin() == null
                && orders(snap).anyMatch(each -> cache.find(each.wanted()).isEmpty());
    }

    private List<Download> missing(Cache cache) {
        return lock.snaps().stream()
                .flatMap(LockedFiles::orders)
                .filter(each -> cache.find(each.wanted()).isEmpty())
                .toList();
    }

    /** Return the files of a snap as the cache knows them. */
    static Stream<Download> orders(LockedSnap snap) {
        Stream<Download> own = order(snap.name().value(), snap.revision(), "snap", snap.file());
        Stream<Download> components = snap.components().stream()
                .flatMap(each -> order(snap.name() + "+" + each.name(), each.revision(), "comp", each.file()));
        return Stream.concat(own, components);
    }

    private static Stream<Download> order(String name, Revision revision, String suffix, LockedFile file) {
        if (file.origin() != null || file.digest() == null || file.size() == null) {
            return Stream.empty();
        }
        String fileName = name + "_" + revision + "." + suffix;
        return Stream.of(new Download(fileName, URI.create("lock:/"), file.digest(), file.size()));
    }

    private static Stream<Download> downloads(Offer offer) {
        return Stream.concat(
                Stream.of(offer.file()), offer.components().stream().map(each -> each.file()));
    }
}
