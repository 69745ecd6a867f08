package io.coreimage.testkit;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Bytes that a test changes in between, without paying for a digest each time. */
public final class MutableBytes implements ByteSource {

    private final byte[] bytes;

    public MutableBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public ContentId id() {
        throw new UnsupportedOperationException("nobody should ask a disk that is read for its digest");
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        ByteBuffer part = ByteBuffer.wrap(bytes, (int) from, (int) count);
        while (part.hasRemaining()) {
            target.write(part);
        }
    }
}
