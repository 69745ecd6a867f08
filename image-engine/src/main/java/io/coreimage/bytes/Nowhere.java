package io.coreimage.bytes;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel that forgets what it gets: for bytes that only have to be there. */
public final class Nowhere implements WritableByteChannel {

    @Override
    public int write(ByteBuffer source) {
        int count = source.remaining();
        source.position(source.limit());
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
