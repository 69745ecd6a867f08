package io.coreimage.store;

import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.snap.SnapName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store for builds that must not open a connection: it says what the store said last, as long as somebody asked the same
 * before, and gives what is in the cache.
 */
public final class OfflineStore implements SnapStore {

    private final StoreMemory memory;

    /**
     * Create an instance.
     * @param cache where a {@link RememberingStore} kept answers
     * @param address the store's address, as the user knows it
     * @param device who asks
     */
    public OfflineStore(Cache cache, String address, Device device) {
        this.memory = new StoreMemory(cache, address, device);
    }

    @Override
    public List<Offer> refresh(Refresh question) {
        List<Offer> offers = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Ask each : question.asks()) {
            memory.offer(each).ifPresentOrElse(offers::add, () -> unknown.add(name(each)));
        }
        if (!unknown.isEmpty()) {
            throw new OfflineException("cannot choose " + String.join(", ", unknown)
                    + ": the build is offline, there is no lock, and no build before asked the store for "
                    + (unknown.size() == 1 ? "it" : "these"));
        }
        return offers;
    }

    private static String name(Ask ask) {
        String which = ask.revision() == null
                ? ask.channel() == null ? "" : " (" + ask.channel() + ")"
                : " (revision " + ask.revision() + ")";
        return ask.name() + which;
    }

    @Override
    public Optional<Listing> info(SnapName name) {
        throw new OfflineException("cannot look up snap \"" + name + "\": the build is offline");
    }

    @Override
    public Optional<byte[]> assertion(AssertionQuery query) {
        return memory.assertion(query)
                .orElseThrow(() -> new OfflineException("cannot fetch " + query
                        + ": the build is offline, there is no lock, and no build before asked the store for it"))
                .text();
    }

    @Override
    public ByteSource download(Download file, Cache cache, Progress progress) {
        return cache.find(file.wanted()).orElseThrow(() -> OfflineException.missing(List.of(file)));
    }

    @Override
    public String name() {
        return "nobody (the build is offline)";
    }
}
