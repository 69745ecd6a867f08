package io.coreimage.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Bytes that are made whenever they are copied, so that they need no memory in between. */
final class ComputedSource extends IdentifiedSource {

    private final ContentId id;
    private final Computation computation;

    ComputedSource(ContentId id, Computation computation) {
        this.id = id;
        this.computation = computation;
    }

    @Override
    public long size() {
        return id.length();
    }

    @Override
    public ContentId id() {
        return id;
    }

    @Override
    public void copyTo(long from, long count, WritableByteChannel target) throws IOException {
        byte[] bytes = computation.compute();
        if (bytes.length != id.length()) {
            throw new IllegalStateException(id + " was computed to " + bytes.length + " bytes");
        }
        Channel.writeFully(target, ByteBuffer.wrap(bytes, Math.toIntExact(from), Math.toIntExact(count)));
    }
}
