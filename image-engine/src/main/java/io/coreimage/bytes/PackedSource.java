package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** Bytes that somebody knows to be compressed already. */
final class PackedSource extends IdentifiedSource {

    private final ByteSource source;

    PackedSource(ByteSource source) {
        this.source = source;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public ContentId id() {
        return source.id();
    }

    @Override
    public List<ByteRange> dataRanges() {
        return source.dataRanges();
    }

    @Override
    public boolean isPacked() {
        return true;
    }

    @Override
    public void readInto(long from, ByteBuffer target) throws IOException {
        source.readInto(from, target);
    }

    @Override
    public boolean isComputed() {
        return source.isComputed();
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        source.copyTo(from, count, target);
    }
}
