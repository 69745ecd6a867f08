package io.coreimage.disk;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;

/** The logical sector sizes of the disks that Ubuntu Core is put on. */
public enum SectorSize {
    BYTES_512(512),
    BYTES_4096(4096);

    private final int bytes;

    SectorSize(int bytes) {
        this.bytes = bytes;
    }

    /** Return the sector size of that many bytes. */
    public static SectorSize of(long bytes) {
        for (SectorSize each : values()) {
            if (each.bytes == bytes) {
                return each;
            }
        }
        throw new RefusedException("cannot use sectors of " + bytes + " bytes: a sector has 512 or 4096 bytes");
    }

    public int bytes() {
        return bytes;
    }

    /** Return this as a size. */
    public Size size() {
        return Size.ofBytes(bytes);
    }

    /** Return how many whole sectors fit into a size. */
    public long sectorsIn(Size size) {
        return size.bytes() / bytes;
    }
}
