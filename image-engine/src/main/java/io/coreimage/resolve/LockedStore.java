package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.ComponentName;
import io.coreimage.snap.Epoch;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import io.coreimage.store.Ask;
import io.coreimage.store.AssertionQuery;
import io.coreimage.store.Download;
import io.coreimage.store.Listing;
import io.coreimage.store.Offer;
import io.coreimage.store.OfferedComponent;
import io.coreimage.store.Progress;
import io.coreimage.store.Refresh;
import io.coreimage.store.SnapStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A lock in the place of a store: it answers with what it keeps, and asks the store behind it only where to get the
 * files that are not in the cache.
 */
final class LockedStore implements SnapStore {

    private final KeptChoice kept;
    private final LockedFiles files;

    LockedStore(KeptChoice kept, SnapStore behind) {
        this.kept = kept;
        this.files = new LockedFiles(kept.lock(), behind);
    }

    /** Return all that has to be fetched. */
    List<StoreCounter.Order> missing(Cache cache) {
        return files.missing(cache);
    }

    @Override
    public List<Offer> refresh(Refresh question) {
        return question.asks().stream().map(this::answer).toList();
    }

    private Offer answer(Ask ask) {
        LockedSnap snap = kept.lock()
                .find(ask.name())
                .filter(each -> each.id() != null && !each.file().isFloating())
                .orElseThrow(() -> new RefusedException(
                        "cannot use lock \"" + kept.name() + "\": it has no snap \"" + ask.name() + "\" of a store"));
        return new Offer(
                snap.name(),
                Objects.requireNonNull(snap.id()),
                snap.revision(),
                "",
                SnapType.APP,
                List.of(),
                null,
                null,
                Epoch.ZERO,
                new Offer.Publisher(Objects.toString(snap.publisher(), ""), ""),
                snap.page(),
                null,
                null,
                snap.channel(),
                download(snap.name() + "_" + snap.revision() + ".snap", snap.file()),
                snap.components().stream()
                        .map(each -> component(snap.name(), each))
                        .toList());
    }

    private static OfferedComponent component(SnapName snap, LockedComponent component) {
        ComponentName name = new ComponentName(snap, component.name());
        Download file = download(name + "_" + component.revision() + ".comp", component.file());
        return new OfferedComponent(name, "component/locked", component.revision(), "", file);
    }

    private static Download download(String name, LockedFile file) {
        return new Download(
                name, LockedFiles.NOWHERE, Objects.requireNonNull(file.digest()), Objects.requireNonNull(file.size()));
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        return kept.assertions().stream()
                .filter(each -> each.type().typeName().equals(query.type()))
                .filter(each -> matches(each.primaryKey(), query))
                .findFirst()
                .map(Assertion::encoded);
    }

    private static boolean matches(List<String> key, AssertionQuery query) {
        AssertionQuery.Point point = query.point();
        if (point == null) {
            return key.equals(query.key());
        }
        int last = key.size() - 1;
        boolean isNumber = point.sequence() == null || key.get(last).equals(String.valueOf(point.sequence()));
        return isNumber && key.subList(0, last).equals(query.key());
    }

    @Override
    public ByteSource download(Download file, Cache cache, Progress progress) {
        return files.get(file, cache, progress);
    }

    @Override
    public String name() {
        return kept.name();
    }
}
