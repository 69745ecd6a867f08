package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** A range of another source. */
final class SlicedSource extends IdentifiedSource {

    private final ByteSource whole;
    private final long start;
    private final long size;

    SlicedSource(ByteSource whole, long start, long size) {
        this.whole = whole;
        this.start = start;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ContentId id() {
        return whole.id().slice(start, size);
    }

    @Override
    public List<ByteRange> dataRanges() {
        return ByteRange.within(whole.dataRanges(), start, size());
    }

    @Override
    public boolean isPacked() {
        return whole.isPacked();
    }

    @Override
    public ByteSource slice(long from, long count) {
        return whole.slice(start + from, count);
    }

    @Override
    public void readInto(long from, ByteBuffer target) throws IOException {
        whole.readInto(start + from, target);
    }

    @Override
    public boolean isComputed() {
        return whole.isComputed();
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        whole.copyTo(start + from, count, target);
    }
}
