package io.coreimage.disk;

import io.coreimage.disk.Batch.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes batches; one for each thread, with a channel and a buffer of its own. */
final class BatchWriter {

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(Batch.MAX_GATHERED);

    BatchWriter(FileChannel channel) {
        this.channel = channel;
    }

    void write(Batch batch) throws IOException {
        if (batch.isCopied()) {
            copy(batch.pieces().get(0));
        } else {
            gather(batch);
        }
    }

    private void copy(Piece piece) throws IOException {
        channel.position(piece.offset());
        piece.source().copyTo(piece.from(), piece.count(), channel);
    }

    private void gather(Batch batch) throws IOException {
        buffer.clear();
        for (Piece piece : batch.pieces()) {
            fillTo((int) (piece.offset() - batch.offset()));
            int end = buffer.position() + (int) piece.count();
            piece.source().readInto(piece.from(), buffer.limit(end));
            buffer.limit(buffer.capacity());
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer, batch.offset() + buffer.position());
        }
    }

    /** Put zeros into a gap, which is smaller than a block. */
    private void fillTo(int position) {
        while (buffer.position() < position) {
            buffer.put((byte) 0);
        }
    }
}
