package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.problem.FaultException;
import io.coreimage.snap.SnapName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A store whose files are looked for in a mirror first.
 * @param store who is asked for everything else
 * @param mirror where files may be
 */
public record MirroredStore(SnapStore store, Mirror mirror) implements SnapStore {

    @Override
    public List<Offer> refresh(Refresh question) {
        return store.refresh(question);
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        return store.info(name);
    }

    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        return store.assertion(query);
    }

    @Override
    public ByteSource download(Download file, Cache cache, Progress progress) {
        Optional<ByteSource> cached = cache.find(file.wanted());
        return cached.or(() -> mirror.find(file).flatMap(path -> take(file, path, cache)))
                .orElseGet(() -> downloadForMirror(file, cache, progress));
    }

    private Optional<ByteSource> take(Download file, Path path, Cache cache) {
        try {
            return Optional.of(cache.obtain(file.wanted(), new FolderShelf.FileSupply(path)));
        } catch (FaultException ex) {
            mirror.passedOver(file, String.valueOf(ex.getMessage()));
            return Optional.empty();
        }
    }

    /** Only who really fetched a file tells the mirror, not who waited for somebody else to do so. */
    private ByteSource downloadForMirror(Download file, Cache cache, Progress progress) {
        AtomicBoolean moved = new AtomicBoolean();
        ByteSource source = store.download(file, cache, (which, received) -> {
            moved.set(true);
            progress.received(which, received);
        });
        if (moved.get()) {
            mirror.cameFromStore(file, cache.place(file.wanted()));
        }
        return source;
    }

    @Override
    public String name() {
        return store.name();
    }
}
