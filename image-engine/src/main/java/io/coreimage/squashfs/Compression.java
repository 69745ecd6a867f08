package io.coreimage.squashfs;

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
