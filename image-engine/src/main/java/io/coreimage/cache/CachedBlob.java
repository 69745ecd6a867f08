package io.coreimage.cache;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import java.time.Instant;

/**
 * A file in the cache.
 * @param digest its digest, by its name
 * @param size its size on disk
 * @param lastUsed when a build last asked for it
 */
public record CachedBlob(Digest digest, Size size, Instant lastUsed) {}
