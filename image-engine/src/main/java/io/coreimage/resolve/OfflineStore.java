package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Size;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.SnapName;
import io.coreimage.store.AssertionQuery;
import io.coreimage.store.Download;
import io.coreimage.store.Listing;
import io.coreimage.store.Offer;
import io.coreimage.store.Progress;
import io.coreimage.store.Refresh;
import io.coreimage.store.SnapStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** No store at all: for builds that must not open a connection. Says what it would have been asked for. */
public final class OfflineStore implements SnapStore {

    private static final String ONLINE = "Run once without -o, for instance mvn core-image:fetch.";

    @Override
    public List<Offer> refresh(Refresh question) {
        String names =
                question.asks().stream().map(each -> "\"" + each.name() + "\"").collect(Collectors.joining(", "));
        throw new RefusedException(
                "cannot choose snaps " + names + ": the build is offline, and there is no lock",
                "Run mvn core-image:lock once without -o, or give a storeDirectory or bundle.");
    }

    /** Return the refusal for files of a lock that are not in the cache. */
    RefusedException missing(List<Download> files) {
        String list = files.stream()
                .map(each -> each.fileName() + " (" + each.size() + ")")
                .collect(Collectors.joining(", "));
        Size sum = files.stream().map(Download::size).reduce(Size.ZERO, Size::plus);
        return new RefusedException(
                "cannot fetch " + list + ": the build is offline, and the cache lacks these " + sum, ONLINE);
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        throw offline("snap \"" + name + "\"");
    }

    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        throw offline("assertion " + query);
    }

    @Override
    public ByteSource download(Download file, Cache cache, Progress progress) {
        return cache.find(file.wanted()).orElseThrow(() -> missing(List.of(file)));
    }

    private static RefusedException offline(String what) {
        return new RefusedException("cannot fetch " + what + ": the build is offline", ONLINE);
    }

    @Override
    public String name() {
        return "nobody (the build is offline)";
    }
}
