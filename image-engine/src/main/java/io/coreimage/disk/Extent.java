package io.coreimage.disk;

import io.coreimage.bytes.ByteSource;

/**
 * Some bytes and their place.
 * @param offset where they start, in bytes from the start of the plan
 * @param source the bytes
 */
public record Extent(long offset, ByteSource source) {

    public Extent {
        if (offset < 0) {
            throw new IllegalArgumentException("offset (" + offset + ") must not be negative");
        }
    }

    /** Return the offset of the first byte behind this extent. */
    public long end() {
        return Math.addExact(offset, source.size());
    }

    Extent movedBy(long distance) {
        return new Extent(Math.addExact(offset, distance), source);
    }

    /** Return the part between two offsets, which must lie in this extent. */
    Extent between(long from, long to) {
        return new Extent(from, source.slice(from - offset, to - from));
    }
}
