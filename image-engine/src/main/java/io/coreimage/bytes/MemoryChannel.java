package io.coreimage.bytes;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel into a buffer. */
final class MemoryChannel implements WritableByteChannel {

    private final ByteBuffer bytes;

    MemoryChannel(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public int write(ByteBuffer source) {
        int count = source.remaining();
        bytes.put(source);
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
