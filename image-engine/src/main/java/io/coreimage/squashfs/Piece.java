package io.coreimage.squashfs;

import io.coreimage.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A part of a file on its way out. */
@FunctionalInterface
interface Piece {

    void writeTo(WritableByteChannel target) throws IOException;

    static Piece of(byte[] bytes, int from, int count) {
        return target -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, count);
            while (buffer.hasRemaining()) {
                target.write(buffer);
            }
        };
    }

    static Piece of(ByteSource source, long from, long count) {
        return target -> source.copyTo(from, count, target);
    }
}
