package io.coreimage.store;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.cache.Wanted;
import java.net.URI;

/**
 * A file that a store offers.
 * @param fileName its name for people and folders, such as {@code pc-kernel_1021.snap}
 * @param location where its bytes are
 * @param digest its SHA3-384
 * @param size its size
 */
public record Download(String fileName, URI location, Digest digest, Size size) {

    /** Return it as the cache knows it. */
    public Wanted wanted() {
        return new Wanted(fileName, digest, size);
    }
}
