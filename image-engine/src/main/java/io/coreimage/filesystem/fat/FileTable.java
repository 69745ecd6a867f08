package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The file allocation table of runs: for each cluster the one that follows it. It is computed in pieces when it is
 * written, since that of a large volume has more bytes than memory should hold.
 */
final class FileTable {

    /** Bytes in a piece; a whole number of entries of each type fits (of FAT12 two entries take three bytes). */
    private static final int PIECE = 3 << 18;

    private final FatType type;
    private final List<ClusterRun> runs;
    private final long[] firsts;
    private final Digest digest;

    FileTable(FatType type, List<ClusterRun> runs) {
        this.type = type;
        this.runs = runs;
        this.firsts = runs.stream().mapToLong(ClusterRun::first).toArray();
        this.digest = digest(runs);
    }

    private static Digest digest(List<ClusterRun> runs) {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
        for (ClusterRun run : runs) {
            hasher.update(
                    numbers.clear().putLong(run.first()).putLong(run.count()).flip());
        }
        return hasher.finish();
    }

    /** Return the part of the table up to the last entry in use, in pieces one after the other; the rest is zero. */
    List<ByteSource> pieces() {
        long used = runs.isEmpty()
                ? FatGeometry.FIRST_CLUSTER
                : runs.get(runs.size() - 1).end();
        long size = type.tableBytes(used - FatGeometry.FIRST_CLUSTER);
        List<ByteSource> pieces = new ArrayList<>();
        for (long from = 0; from < size; from += PIECE) {
            pieces.add(piece(from, (int) Math.min(PIECE, size - from)));
        }
        return pieces;
    }

    private ByteSource piece(long from, int size) {
        ContentId id = ContentId.ofRecipe("fat table", size, List.of(type, digest, from));
        return ByteSource.computed(id, () -> compute(from, size));
    }

    private byte[] compute(long from, int size) {
        // An entry of FAT12 is written through the two bytes that it lies in, of which the last may be behind the
        // piece.
        ByteBuffer bytes = ByteBuffer.allocate(size + 1).order(ByteOrder.LITTLE_ENDIAN);
        long begin = from * 8 / type.bits();
        long end = begin + size * 8L / type.bits();
        if (begin == 0) {
            type.writeEntry(bytes, 0, (type.endOfChain() & ~0xFFL) | BiosParameterBlock.MEDIA_FIXED);
            type.writeEntry(bytes, 1, type.endOfChain());
        }
        for (int i = firstRunAt(begin); i < runs.size() && firsts[i] < end; i++) {
            write(runs.get(i), begin, end, bytes);
        }
        return Arrays.copyOf(bytes.array(), size);
    }

    private int firstRunAt(long cluster) {
        int found = Arrays.binarySearch(firsts, cluster);
        return found >= 0 ? found : Math.max(-found - 2, 0);
    }

    private void write(ClusterRun run, long begin, long end, ByteBuffer bytes) {
        long last = run.end() - 1;
        for (long cluster = Math.max(run.first(), begin); cluster < Math.min(run.end(), end); cluster++) {
            type.writeEntry(bytes, (int) (cluster - begin), cluster == last ? type.endOfChain() : cluster + 1);
        }
    }
}
