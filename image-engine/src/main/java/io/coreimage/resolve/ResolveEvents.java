package io.coreimage.resolve;

import io.coreimage.store.Download;

/** Hears what happens while snaps are chosen and fetched; for a log or a bar. Called from several threads. */
public interface ResolveEvents {

    /** Nobody listens. */
    ResolveEvents SILENT = new ResolveEvents() {};

    /** Hear that a snap or component of the store is going to be fetched, or found in the cache. */
    default void fetching(String name, String revision, Download file) {}

    /** Hear how much of a file is here. */
    default void received(Download file, long bytes) {}

    /** Hear that a snap or component of the store is here. */
    default void fetched(String name, String revision, Download file) {}

    /** Hear that a local file stands in for a snap or component. */
    default void usingFile(String name, LocalFile file) {}
}
