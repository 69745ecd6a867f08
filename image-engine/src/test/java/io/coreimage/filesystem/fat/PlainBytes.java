package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** An array to read from that may change in between; nobody asks for its id. */
final class PlainBytes implements ByteSource {

    private final byte[] bytes;

    PlainBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public ContentId id() {
        throw new UnsupportedOperationException("has no digest");
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        target.write(ByteBuffer.wrap(bytes, (int) from, (int) count));
    }
}
