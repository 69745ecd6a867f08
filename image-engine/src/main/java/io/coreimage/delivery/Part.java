package io.coreimage.delivery;

import io.coreimage.bytes.Hasher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.List;

/** Some bytes of a compressed stream that stand for a stretch of the disk, in pieces that are written one after the other. */
final class Part {

    private final List<ByteBuffer> pieces;
    private final PartSize size;

    Part(List<ByteBuffer> pieces, PartSize size) {
        this.pieces = pieces;
        this.size = size;
    }

    Part(ByteBuffer bytes, PartSize size) {
        this(List.of(bytes), size);
    }

    PartSize size() {
        return size;
    }

    /** Return the sum of the pieces' lengths. */
    static int length(List<ByteBuffer> pieces) {
        return pieces.stream().mapToInt(ByteBuffer::remaining).sum();
    }

    void writeTo(GatheringByteChannel target) throws IOException {
        ByteBuffer[] left = pieces.stream().map(ByteBuffer::duplicate).toArray(ByteBuffer[]::new);
        for (int next = 0; next < left.length; ) {
            target.write(left, next, left.length - next);
            while (next < left.length && !left[next].hasRemaining()) {
                next++;
            }
        }
    }

    /** Show the pieces to a hasher. */
    void writeTo(Hasher hasher) {
        pieces.forEach(each -> hasher.update(each.duplicate()));
    }
}
