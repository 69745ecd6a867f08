package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.snap.SnapName;
import java.util.List;
import java.util.Optional;

/** A store whose answers are kept in the cache, for an {@link OfflineStore} to give them again. */
public final class RememberingStore implements SnapStore {

    private final SnapStore store;
    private final StoreMemory memory;

    /**
     * Create an instance.
     * @param store who is asked
     * @param cache where the answers are kept
     * @param address the store's address, as the user knows it
     * @param device who asks
     */
    public RememberingStore(SnapStore store, Cache cache, String address, Device device) {
        this.store = store;
        this.memory = new StoreMemory(cache, address, device);
    }

    @Override
    public List<Offer> refresh(Refresh question) {
        List<Offer> offers = store.refresh(question);
        for (int i = 0; i < offers.size(); i++) {
            memory.keep(question.asks().get(i), offers.get(i));
        }
        return offers;
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        return store.info(name);
    }

    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        Optional<byte[]> text = store.assertion(query);
        memory.keep(query, text);
        return text;
    }

    @Override
    public ByteSource download(Download file, Cache cache, Progress progress) {
        return store.download(file, cache, progress);
    }

    @Override
    public String name() {
        return store.name();
    }
}
