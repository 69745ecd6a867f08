package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Bytes in memory. */
final class MemorySource extends IdentifiedSource {

    private final byte[] bytes;
    private final ContentId id;

    /** Create an instance that owns the given array. */
    MemorySource(byte[] bytes) {
        this.bytes = bytes;
        this.id = ContentId.ofWhole(Digest.compute(Digest.Algorithm.SHA_256, bytes), bytes.length);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public ContentId id() {
        return id;
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        Channel.writeFully(target, ByteBuffer.wrap(bytes, Math.toIntExact(from), Math.toIntExact(count)));
    }
}
