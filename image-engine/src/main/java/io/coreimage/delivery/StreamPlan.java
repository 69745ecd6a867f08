package io.coreimage.delivery;

import io.coreimage.disk.DiskPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a compressor does with a disk, known before a byte is read. The bytes follow from it, so it follows from the disk
 * and from nothing else, least of all from the number of threads.
 * @param stretches what is treated in one piece, in order and without gaps
 * @param effort how hard to squeeze
 */
record StreamPlan(List<Stretch> stretches, Effort effort) {

    /** A piece is at most that part of what is left to squeeze: the last ones are small, so that all cores end together. */
    private static final int PART_OF_REST = 4;

    StreamPlan {
        stretches = List.copyOf(stretches);
    }

    static StreamPlan of(DiskPlan disk) {
        List<Stretch> whole = Stretch.of(disk);
        long plain = length(whole, Stretch.Kind.PLAIN);
        Effort effort = Effort.worth(plain, length(whole, Stretch.Kind.PACKED));
        return new StreamPlan(cut(whole, plain, effort.smallestPiece()), effort);
    }

    private static List<Stretch> cut(List<Stretch> whole, long plain, long smallest) {
        List<Stretch> cut = new ArrayList<>();
        long rest = plain;
        for (Stretch each : whole) {
            for (long from = 0; from < each.length(); ) {
                long most = each.kind() == Stretch.Kind.PLAIN ? Math.max(smallest, rest / PART_OF_REST) : each.length();
                Stretch piece = each.piece(from, most);
                cut.add(piece);
                from += piece.length();
                rest -= each.kind() == Stretch.Kind.PLAIN ? piece.length() : 0;
            }
        }
        return cut;
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
