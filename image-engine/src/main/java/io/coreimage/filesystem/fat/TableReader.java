package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Looks entries of a file allocation table up; only a small window of it is in memory at a time. */
final class TableReader {

    /** Bytes in a window; a whole number of entries of each type fits (of FAT12 two entries take three bytes). */
    private static final int WINDOW = 3 << 14;

    private final ByteSource source;
    private final FatGeometry geometry;
    private final long offset;
    private long windowStart = -1;
    private @Nullable ByteBuffer window;

    TableReader(ByteSource source, FatGeometry geometry, int copy) {
        this.source = source;
        this.geometry = geometry;
        this.offset = geometry.tableOffset(copy);
    }

    /** Return the entry of a cluster: the cluster that follows it, or what stands for an end or for nothing. */
    long next(long cluster) throws IOException {
        long entriesInWindow = WINDOW * 8L / geometry.type().bits();
        long start = cluster / entriesInWindow * WINDOW;
        ByteBuffer bytes = window;
        if (bytes == null || start != windowStart) {
            bytes = load(start);
        }
        return geometry.type().readEntry(bytes, (int) (cluster % entriesInWindow));
    }

    private ByteBuffer load(long start) throws IOException {
        int count = (int) Math.min(WINDOW, geometry.tableSize() - start);
        // An entry of FAT12 is read through the two bytes that it lies in, of which the last may be behind the window.
        ByteBuffer bytes = ByteBuffer.allocate(count + 1).order(ByteOrder.LITTLE_ENDIAN);
        source.readInto(offset + start, bytes.limit(count));
        window = bytes.clear();
        windowStart = start;
        return bytes;
    }

    long countFree() throws IOException {
        long free = 0;
        for (long cluster = FatGeometry.FIRST_CLUSTER; cluster < geometry.clusterEnd(); cluster++) {
            if (next(cluster) == 0) {
                free++;
            }
        }
        return free;
    }

    /** Return where the entry of a cluster is, in bytes. */
    long offsetOf(long cluster) {
        return offset + cluster * geometry.type().bits() / 8;
    }
}
