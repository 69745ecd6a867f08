package io.coreimage.delivery;

import io.coreimage.bytes.ByteRange;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Extent;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a disk that a compressor treats in one way.
 * @param kind the way
 * @param offset where it starts
 * @param length how long it is
 */
record Stretch(Kind kind, long offset, long length) {

    /** What a stretch is worth to a compressor. */
    enum Kind {
        /** A hole: compressed without looking. */
        ZEROS(1L << 30),
        /** Compressed already: stored. So short that it is still in the processor's cache when it is summed and written. */
        PACKED(1L << 20),
        /** Anything else: squeezed, in pieces of the size that {@code xz -6} uses for its threads. */
        PLAIN(24L << 20);

        private final long limit;

        Kind(long limit) {
            this.limit = limit;
        }

        /** Return how long a stretch may be. */
        long limit() {
            return limit;
        }
    }

    /** A hole or a packed extent below this size is squeezed together with what is around it. */
    private static final long WORTH_A_STRETCH = 256L << 10;

    /** Return the stretches of a disk, in order, without gaps and as long as possible. */
    static List<Stretch> of(DiskPlan disk) {
        List<Stretch> merged = new ArrayList<>();
        long position = 0;
        for (Extent extent : disk.extents()) {
            Kind kind = extent.source().isPacked() ? Kind.PACKED : Kind.PLAIN;
            for (ByteRange data : extent.source().dataRanges()) {
                long from = extent.offset() + data.from();
                append(merged, Kind.ZEROS, position, from);
                append(merged, kind, from, from + data.count());
                position = from + data.count();
            }
        }
        append(merged, Kind.ZEROS, position, disk.size());
        return merged;
    }

    private static void append(List<Stretch> stretches, Kind kind, long from, long to) {
        if (from == to) {
            return;
        }
        Kind treated = to - from < WORTH_A_STRETCH ? Kind.PLAIN : kind;
        Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (last != null && last.kind == treated) {
            stretches.set(stretches.size() - 1, new Stretch(treated, last.offset, to - last.offset));
        } else {
            stretches.add(new Stretch(treated, from, to - from));
        }
    }

    /** Return a piece of this, as long as it can be and the kind allows. */
    Stretch piece(long from, long most) {
        return new Stretch(kind, offset + from, Math.min(length - from, Math.min(most, kind.limit)));
    }
}
