package io.coreimage.bytes;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** Several sources, one after the other. */
final class ConcatSource extends IdentifiedSource {

    private final List<ByteSource> parts;
    private final long size;

    ConcatSource(List<ByteSource> parts) {
        this.parts = List.copyOf(parts);
        this.size = parts.stream().mapToLong(ByteSource::size).sum();
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

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        long start = 0;
        for (ByteSource part : parts) {
            long begin = Math.max(from, start);
            long end = Math.min(from + count, start + part.size());
            if (begin < end) {
                part.copyTo(begin - start, end - begin, target);
            }
            start += part.size();
        }
    }
}
