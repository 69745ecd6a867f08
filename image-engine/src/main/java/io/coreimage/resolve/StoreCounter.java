package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.FaultException;
import io.coreimage.store.Download;
import io.coreimage.store.Offer;
import io.coreimage.store.Refresh;
import io.coreimage.store.SnapStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the store, and fetches what it offers, several files at once. */
final class StoreCounter {

    /** More at once only share the same wire, fewer leave it idle while a file ends. */
    private static final int AT_ONCE = 4;

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
        if (orders.isEmpty()) {
            return Map.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, orders.size()));
        try {
            List<Future<ByteSource>> coming = new ArrayList<>();
            for (Order each : orders) {
                coming.add(threads.submit(() -> fetch(each)));
            }
            Map<Order, ByteSource> here = new LinkedHashMap<>();
            for (int i = 0; i < orders.size(); i++) {
                here.put(orders.get(i), await(coming.get(i)));
            }
            return here;
        } finally {
            threads.shutdownNow();
        }
    }

    private ByteSource fetch(Order order) {
        events.fetching(order.name(), order.revision(), order.file());
        ByteSource file = store.download(order.file(), cache, events::received);
        events.fetched(order.name(), order.revision(), order.file());
        return file;
    }

    private static ByteSource await(Future<ByteSource> coming) {
        try {
            return coming.get();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new FaultException("cannot fetch snaps: the build was interrupted", ex);
        } catch (ExecutionException ex) {
            if (ex.getCause() instanceof CoreImageException known) {
                throw known;
            }
            throw new FaultException("cannot fetch snaps: " + ex.getCause(), ex);
        }
    }
}
