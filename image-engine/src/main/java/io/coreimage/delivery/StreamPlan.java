package io.coreimage.delivery;

import io.coreimage.disk.DiskPlan;
import java.util.List;

/**
 * What a compressor does with a disk, known before a byte is read. The bytes follow from it, so it follows from the disk
 * and from nothing else, least of all from the number of threads.
 * @param stretches what is treated in one piece, in order and without gaps
 * @param effort how hard to squeeze
 */
record StreamPlan(List<Stretch> stretches, Effort effort) {

    /** Into how many pieces a disk with little to squeeze is cut, so that all cores have some. */
    private static final int PIECES = 8;

    private static final long SMALLEST_PIECE = 1L << 20;

    StreamPlan {
        stretches = List.copyOf(stretches);
    }

    static StreamPlan of(DiskPlan disk) {
        List<Stretch> whole = Stretch.of(disk);
        long plain = length(whole, Stretch.Kind.PLAIN);
        Effort effort = Effort.worth(plain, length(whole, Stretch.Kind.PACKED));
        long piece = Math.max(SMALLEST_PIECE, plain / PIECES);
        return new StreamPlan(
                whole.stream().flatMap(each -> each.cut(piece).stream()).toList(), effort);
    }

    /** Return how long the longest stretch is that has to be squeezed. */
    int longestPlain() {
        return stretches.stream()
                .filter(each -> each.kind() == Stretch.Kind.PLAIN)
                .mapToInt(each -> Math.toIntExact(each.length()))
                .max()
                .orElse(0);
    }

    private static long length(List<Stretch> stretches, Stretch.Kind kind) {
        return stretches.stream()
                .filter(each -> each.kind() == kind)
                .mapToLong(Stretch::length)
                .sum();
    }
}
