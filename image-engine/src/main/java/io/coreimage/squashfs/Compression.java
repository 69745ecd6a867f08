package io.coreimage.squashfs;

import io.coreimage.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** The compressors that a squashfs may use, by the number that its superblock has for them. */
public enum Compression {
    GZIP(1),
    LZMA(2),
    LZO(3),
    XZ(4),
    LZ4(5),
    ZSTD(6);

    private final int id;

    Compression(int id) {
        this.id = id;
    }

    /** Return the compressor that the user names, which must be one that we write. */
    public static Compression writable(String name) {
        return switch (name) {
            case "xz" -> XZ;
            case "zstd" -> ZSTD;
            case "gzip" -> GZIP;
            default ->
                throw new RefusedException(
                        "cannot write a squashfs with compression \"" + name + "\": not one that is written",
                        "Choose xz, zstd or gzip.");
        };
    }

    int id() {
        return id;
    }

    static @Nullable Compression ofId(int id) {
        for (Compression each : values()) {
            if (each.id == id) {
                return each;
            }
        }
        return null;
    }
}
