package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** Bytes in memory. */
final class MemorySource extends IdentifiedSource {

    private final byte[] bytes;
    private volatile @Nullable ContentId id;

    /** Create an instance that owns the given array. */
    MemorySource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    /** A plan has a megabyte of these and is rarely compared, so the digest waits until somebody asks. */
    @Override
    public ContentId id() {
        ContentId known = id;
        if (known == null) {
            known = ContentId.ofWhole(Digest.compute(Digest.Algorithm.SHA_256, bytes), bytes.length);
            id = known;
        }
        return known;
    }

    @Override
    public boolean isComputed() {
        return false;
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        Channel.writeFully(target, ByteBuffer.wrap(bytes, Math.toIntExact(from), Math.toIntExact(count)));
    }
}
