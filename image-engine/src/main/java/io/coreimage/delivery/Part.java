package io.coreimage.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Some bytes of a compressed stream that stand for a stretch of the disk. */
final class Part {

    private final ByteBuffer bytes;
    private final PartSize size;

    Part(ByteBuffer bytes, PartSize size) {
        this.bytes = bytes;
        this.size = size;
    }

    PartSize size() {
        return size;
    }

    void writeTo(WritableByteChannel target) throws IOException {
        ByteBuffer left = bytes.duplicate();
        while (left.hasRemaining()) {
            target.write(left);
        }
    }
}
