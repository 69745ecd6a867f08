package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Several sources, one after the other. */
final class ConcatSource extends IdentifiedSource {

    private final List<ByteSource> parts;
    private final long[] starts;
    private final long size;

    ConcatSource(List<ByteSource> parts) {
        this.parts = List.copyOf(parts);
        this.starts = new long[parts.size()];
        long end = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = end;
            end = Math.addExact(end, parts.get(i).size());
        }
        this.size = end;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ContentId id() {
        return ContentId.ofRecipe(
                "concat", size, parts.stream().map(ByteSource::id).toList());
    }

    @Override
    public List<ByteRange> dataRanges() {
        List<ByteRange> ranges = new ArrayList<>();
        long start = 0;
        for (ByteSource part : parts) {
            for (ByteRange range : part.dataRanges()) {
                ByteRange.append(ranges, range.movedBy(start));
            }
            start += part.size();
        }
        return List.copyOf(ranges);
    }

    /** A part of this knows nothing of the other parts: a slice of a slice costs no more than the first. */
    @Override
    public ByteSource slice(long from, long count) {
        Objects.checkFromIndexSize(from, count, size);
        if (from == 0 && count == size) {
            return this;
        }
        List<ByteSource> inside = new ArrayList<>();
        for (int i = partAt(from); i < starts.length && starts[i] < from + count; i++) {
            long begin = Math.max(from - starts[i], 0);
            long end = Math.min(from + count - starts[i], parts.get(i).size());
            if (begin < end) {
                inside.add(parts.get(i).slice(begin, end - begin));
            }
        }
        return ByteSource.concat(inside);
    }

    @Override
    public boolean isComputed() {
        return parts.stream().anyMatch(ByteSource::isComputed);
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        long end = from + count;
        for (int i = partAt(from); i < starts.length && starts[i] < end; i++) {
            ByteSource part = parts.get(i);
            long begin = Math.max(from - starts[i], 0);
            long stop = Math.min(end - starts[i], part.size());
            if (begin < stop) {
                part.copyTo(begin, stop - begin, target);
            }
        }
    }

    /** Every part reads straight into its piece of the buffer. */
    @Override
    public void readInto(long from, ByteBuffer target) throws IOException {
        long position = from;
        for (int i = partAt(from); i < starts.length && target.hasRemaining(); i++) {
            long begin = position - starts[i];
            int count = (int) Math.min(target.remaining(), parts.get(i).size() - begin);
            int stop = target.position() + count;
            parts.get(i).readInto(begin, target.slice(target.position(), count));
            target.position(stop);
            position += count;
        }
    }

    /** Return the last part that starts at or before a position; a disk has thousands of them. */
    private int partAt(long position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : Math.max(-found - 2, 0);
    }
}
