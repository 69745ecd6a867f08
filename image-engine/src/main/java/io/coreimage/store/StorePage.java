package io.coreimage.store;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the store's page of a snap says that gets into images, though nobody signed it.
 * @param isPrivate whether only some accounts may see the snap
 * @param links where to find its makers and pages, by kind
 * @param contact where to find its makers
 */
public record StorePage(
        boolean isPrivate,
        SortedMap<String, List<String>> links,
        @Nullable String contact) {

    /** A page without anything. */
    public static final StorePage EMPTY = new StorePage(false, new TreeMap<>(), null);

    public StorePage {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        links.forEach((kind, all) -> copy.put(kind, List.copyOf(all)));
        links = Collections.unmodifiableSortedMap(copy);
    }

    /** Read a page from a store's answer about a snap. */
    static StorePage read(Json snap) {
        SortedMap<String, List<String>> links = new TreeMap<>();
        snap.optionalObject("links")
                .ifPresent(all -> all.names().stream()
                        .filter(kind -> !all.texts(kind).isEmpty())
                        .forEach(kind -> links.put(StoreErrors.clean(kind), clean(all.texts(kind)))));
        String contact = StoreErrors.clean(snap.text("contact", ""));
        return new StorePage(snap.flag("private"), links, contact.isEmpty() ? null : contact);
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().map(StoreErrors::clean).toList();
    }

    /** Return whether it says anything. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
