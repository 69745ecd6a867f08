package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** Zeros, which a disk keeps as a hole. */
final class ZeroSource extends IdentifiedSource {

    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 16).asReadOnlyBuffer();

    private final long count;

    ZeroSource(long count) {
        this.count = count;
    }

    @Override
    public long size() {
        return count;
    }

    @Override
    public ContentId id() {
        return ContentId.ofRecipe("zeros", count, List.of());
    }

    @Override
    public List<ByteRange> dataRanges() {
        return List.of();
    }

    @Override
    public ByteSource slice(long from, long length) {
        return new ZeroSource(length);
    }

    @Override
    public boolean isComputed() {
        return false;
    }

    @Override
    public void copyTo(long from, long length, WritableByteChannel target) throws IOException {
        for (long left = length; left > 0; ) {
            ByteBuffer chunk = ZEROS.duplicate();
            chunk.limit((int) Math.min(left, chunk.capacity()));
            left -= chunk.remaining();
            Channel.writeFully(target, chunk);
        }
    }
}
