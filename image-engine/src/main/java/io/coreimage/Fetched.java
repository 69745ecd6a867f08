package io.coreimage;

import io.coreimage.cache.Cache;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.KeptChoice;

/**
 * Snaps and assertions of an image, here and verified; the files can be read until it is closed.
 * @param choice what was chosen
 * @param kept the lock that keeps exactly this
 * @param locked whether a committed lock was obeyed
 * @param cache where the files are
 */
public record Fetched(Choice choice, KeptChoice kept, boolean locked, Cache cache) implements AutoCloseable {

    @Override
    public void close() {
        cache.close();
    }
}
