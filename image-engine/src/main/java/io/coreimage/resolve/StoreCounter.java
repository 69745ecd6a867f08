package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.store.Download;
import io.coreimage.store.Offer;
import io.coreimage.store.ParallelDownload;
import io.coreimage.store.Refresh;
import io.coreimage.store.SnapStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks the store, and fetches what it offers, several files at once. */
final class StoreCounter {

    /**
     * As many as there are processors to digest them: with more, the largest file shares a processor and is alone at the end.
     * Fewer than two would leave the wire idle while a file ends.
     */
    private static final int AT_ONCE =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private final SnapStore store;
    private final Cache cache;
    private final ResolveEvents events;

    StoreCounter(SnapStore store, Cache cache, ResolveEvents events) {
        this.store = store;
        this.cache = cache;
        this.events = events;
    }

    /** A file to fetch, with the name and revision that people know it by. */
    record Order(String name, String revision, Download file) {}

    List<Offer> ask(Refresh question) {
        return store.refresh(question);
    }

    /** Return all files, by what was ordered. */
    Map<Order, ByteSource> fetch(List<Order> orders) {
        Map<Download, Order> byFile = new LinkedHashMap<>();
        orders.forEach(each -> byFile.put(each.file(), each));
        Map<Download, ByteSource> files = ParallelDownload.of(
                List.copyOf(byFile.keySet()), AT_ONCE, each -> fetch(Objects.requireNonNull(byFile.get(each))));
        Map<Order, ByteSource> here = new LinkedHashMap<>();
        orders.forEach(each -> here.put(each, Objects.requireNonNull(files.get(each.file()))));
        return here;
    }

    private ByteSource fetch(Order order) {
        events.fetching(order.name(), order.revision(), order.file());
        ByteSource file = store.download(order.file(), cache, events::received);
        events.fetched(order.name(), order.revision(), order.file());
        return file;
    }
}
