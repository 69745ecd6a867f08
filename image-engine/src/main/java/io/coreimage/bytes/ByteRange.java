package io.coreimage.bytes;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of some bytes.
 * @param from where it starts
 * @param count how many bytes it has, at least one
 */
public record ByteRange(long from, long count) {

    public ByteRange {
        if (from < 0 || count < 1) {
            throw new IllegalArgumentException("no range: " + count + " bytes from " + from);
        }
    }

    /** Return the offset of the first byte behind this range. */
    public long end() {
        return from + count;
    }

    ByteRange movedBy(long distance) {
        return new ByteRange(from + distance, count);
    }

    /** Return the parts of sorted ranges that lie in a window, as seen from the window's start. */
    static List<ByteRange> within(List<ByteRange> ranges, long from, long count) {
        List<ByteRange> parts = new ArrayList<>();
        for (ByteRange range : ranges) {
            long begin = Math.max(range.from, from);
            long end = Math.min(range.end(), from + count);
            if (begin < end) {
                parts.add(new ByteRange(begin - from, end - begin));
            }
        }
        return List.copyOf(parts);
    }

    /** Add a range behind sorted ones, as a part of the last one where they touch. */
    static void append(List<ByteRange> ranges, ByteRange next) {
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).end() == next.from) {
            ByteRange joined = new ByteRange(ranges.get(last).from, ranges.get(last).count + next.count);
            ranges.set(last, joined);
        } else {
            ranges.add(next);
        }
    }
}
