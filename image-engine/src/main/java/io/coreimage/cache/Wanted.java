package io.coreimage.cache;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;

/**
 * A file that somebody needs, by what it must be.
 * @param name what people call it, for messages
 * @param digest its digest
 * @param size its size
 */
public record Wanted(String name, Digest digest, Size size) {}
