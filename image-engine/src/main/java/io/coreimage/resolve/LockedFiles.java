package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Revision;
import io.coreimage.store.Ask;
import io.coreimage.store.Download;
import io.coreimage.store.Offer;
import io.coreimage.store.OfflineStore;
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

    /** Nobody goes there; what counts is the digest. */
    static final URI NOWHERE = URI.create("lock:/");

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
        if (behind instanceof OfflineStore) {
            return behind.download(file, cache, progress);
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
                && orders(snap)
                        .anyMatch(each -> cache.find(each.file().wanted()).isEmpty());
    }

    /** Return all that has to be fetched; a lock knows it before anything is read. */
    List<StoreCounter.Order> missing(Cache cache) {
        return lock.snaps().stream()
                .flatMap(LockedFiles::orders)
                .filter(each -> cache.find(each.file().wanted()).isEmpty())
                .toList();
    }

    /** Return the files of a snap as the cache knows them. */
    private static Stream<StoreCounter.Order> orders(LockedSnap snap) {
        Stream<StoreCounter.Order> own = order(snap.name().value(), snap.revision(), "snap", snap.file());
        Stream<StoreCounter.Order> components = snap.components().stream()
                .flatMap(each -> order(snap.name() + "+" + each.name(), each.revision(), "comp", each.file()));
        return Stream.concat(own, components);
    }

    private static Stream<StoreCounter.Order> order(String name, Revision revision, String suffix, LockedFile file) {
        if (file.origin() != null || file.digest() == null || file.size() == null) {
            return Stream.empty();
        }
        Download wanted = new Download(name + "_" + revision + "." + suffix, NOWHERE, file.digest(), file.size());
        return Stream.of(new StoreCounter.Order(name, revision.toString(), wanted));
    }

    private static Stream<Download> downloads(Offer offer) {
        return Stream.concat(
                Stream.of(offer.file()), offer.components().stream().map(each -> each.file()));
    }
}
