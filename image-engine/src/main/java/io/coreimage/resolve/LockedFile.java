package io.coreimage.resolve;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which file a lock keeps.
 * @param size its size; {@code null} where it floats
 * @param digest its SHA3-384; {@code null} where it floats
 * @param origin where the user has it, in his words; {@code null} for one of the store
 */
public record LockedFile(
        @Nullable Size size,
        @Nullable Digest digest,
        @Nullable String origin) {

    public LockedFile {
        if ((size == null) != (digest == null) || (digest == null && origin == null)) {
            throw new IllegalArgumentException("only a file of the user floats, and then has neither size nor digest");
        }
    }

    static LockedFile of(Size size, Digest digest, @Nullable LocalFile origin) {
        if (origin != null && origin.floating()) {
            return new LockedFile(null, null, origin.origin());
        }
        return new LockedFile(size, digest, origin == null ? null : origin.origin());
    }

    /** Return whether only its origin is kept, not what is in it. */
    public boolean isFloating() {
        return digest == null;
    }
}
