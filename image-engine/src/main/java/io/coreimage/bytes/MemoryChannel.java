package io.coreimage.bytes;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel into an array of known length. */
final class MemoryChannel implements WritableByteChannel {

    private final ByteBuffer bytes;

    MemoryChannel(int count) {
        this.bytes = ByteBuffer.allocate(count);
    }

    /** Return what was written, from its start. */
    ByteBuffer filled() {
        if (bytes.hasRemaining()) {
            throw new IllegalStateException("a source gave " + bytes.remaining() + " bytes less than it was asked for");
        }
        return bytes.flip();
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
