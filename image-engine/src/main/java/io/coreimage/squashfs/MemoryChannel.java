package io.coreimage.squashfs;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel into an array of known size. */
final class MemoryChannel implements WritableByteChannel {

    private final byte[] bytes;
    private int position;

    MemoryChannel(int size) {
        bytes = new byte[size];
    }

    @Override
    public int write(ByteBuffer source) {
        int count = source.remaining();
        source.get(bytes, position, count);
        position += count;
        return count;
    }

    /** Return the array. */
    byte[] content() {
        return bytes;
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
