package io.coreimage.delivery;

/**
 * How hard a compressor tries. It follows from the plan alone, as everything does that the bytes depend on.
 *
 * <p>Most images are snaps, which no effort makes smaller. Where the rest is a few megabytes, trying hard would take many
 * times as long as the whole image does, for a file that is a few parts in ten thousand smaller.
 */
enum Effort {
    /** Quick: what there is to gain is little beside the whole. */
    LIGHT(1 << 19),
    /** As programs that compress do when they are told nothing. */
    FULL(4 << 20);

    /** Squeezing so much less than what is stored beside it can be light. */
    private static final int SHARE = 16;

    private final int smallestPiece;

    Effort(int smallestPiece) {
        this.smallestPiece = smallestPiece;
    }

    /** Return how short a piece may be for the sake of other threads; a compressor knows nothing at its start. */
    int smallestPiece() {
        return smallestPiece;
    }

    static Effort worth(long plain, long packed) {
        return plain < packed / SHARE ? LIGHT : FULL;
    }
}
