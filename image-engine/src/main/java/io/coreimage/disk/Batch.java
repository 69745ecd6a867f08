package io.coreimage.disk;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What is written at once: a large piece that is copied straight from its source, or small ones that are gathered in
 * memory first.
 * @param pieces the pieces in the order of the disk
 */
record Batch(List<Piece> pieces) {

    /** As much as is gathered in memory, for each thread. */
    static final int MAX_GATHERED = 1 << 20;

    /** From this size on a piece is copied straight from its source. */
    private static final long LARGE = 1 << 17;

    /** As much as is copied in one go, so that progress is seen and threads can share what has to be decompressed. */
    private static final long MAX_COPIED = 4L << 20;

    /** What a file system allocates; a hole is kept if it has one of these. */
    private static final long BLOCK = 4096;

    Batch {
        pieces = List.copyOf(pieces);
    }

    /**
     * Some bytes and their place.
     * @param offset where they go
     * @param source where they come from
     * @param from where they start in the source
     * @param count how many there are
     */
    record Piece(long offset, ByteSource source, long from, long count) {

        long end() {
            return offset + count;
        }

        private boolean isLarge() {
            return count >= LARGE;
        }
    }

    long offset() {
        return pieces.get(0).offset();
    }

    long end() {
        return pieces.get(pieces.size() - 1).end();
    }

    /** Return how many bytes come from sources. */
    long size() {
        return pieces.stream().mapToLong(Piece::count).sum();
    }

    /** Return whether this is one piece that is not gathered. */
    boolean isCopied() {
        return pieces.get(0).isLarge();
    }

    /** Return whether some of it has to be decompressed or computed. */
    boolean isComputed() {
        return pieces.stream().anyMatch(each -> each.source().isComputed());
    }

    /** Return the batches of a plan in its order. */
    static List<Batch> of(DiskPlan plan) {
        List<Batch> batches = new ArrayList<>();
        List<Piece> gathered = new ArrayList<>();
        for (Extent extent : plan.extents()) {
            for (ByteRange range : extent.source().dataRanges()) {
                long offset = extent.offset() + range.from();
                add(new Piece(offset, extent.source(), range.from(), range.count()), gathered, batches);
            }
        }
        flush(gathered, batches);
        return batches;
    }

    private static void add(Piece piece, List<Piece> gathered, List<Batch> batches) {
        if (piece.isLarge()) {
            flush(gathered, batches);
            split(piece, batches);
            return;
        }
        if (!gathered.isEmpty() && !isGatheredWith(piece, gathered)) {
            flush(gathered, batches);
        }
        gathered.add(piece);
    }

    private static boolean isGatheredWith(Piece piece, List<Piece> gathered) {
        long lastBlock = (gathered.get(gathered.size() - 1).end() - 1) / BLOCK;
        boolean keepsHoles = piece.offset() / BLOCK <= lastBlock + 1;
        return keepsHoles && piece.end() - gathered.get(0).offset() <= MAX_GATHERED;
    }

    private static void split(Piece piece, List<Batch> batches) {
        for (long done = 0; done < piece.count(); ) {
            long count = Math.min(MAX_COPIED, piece.count() - done);
            // A last piece too small to be copied straight goes with the one before it.
            if (piece.count() - done - count < LARGE) {
                count = piece.count() - done;
            }
            batches.add(
                    new Batch(List.of(new Piece(piece.offset() + done, piece.source(), piece.from() + done, count))));
            done += count;
        }
    }

    private static void flush(List<Piece> gathered, List<Batch> batches) {
        if (!gathered.isEmpty()) {
            batches.add(new Batch(gathered));
            gathered.clear();
        }
    }
}
