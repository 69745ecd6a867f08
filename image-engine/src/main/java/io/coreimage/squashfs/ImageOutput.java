package io.coreimage.squashfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The end of the image that is being written, with small pieces collected to large ones. */
final class ImageOutput {

    private static final int COLLECTED = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer collected = ByteBuffer.allocateDirect(COLLECTED);
    private long position;

    /** Create an instance that starts behind what will be written last. */
    ImageOutput(FileChannel channel, long start) throws IOException {
        this.channel = channel;
        this.position = start;
        channel.position(start);
    }

    /** Return where the next byte will be. */
    long position() {
        return position;
    }

    void write(byte[] bytes) throws IOException {
        write(ByteBuffer.wrap(bytes));
    }

    void write(ByteBuffer bytes) throws IOException {
        position += bytes.remaining();
        while (bytes.hasRemaining()) {
            int part = Math.min(bytes.remaining(), collected.remaining());
            collected.put(bytes.slice(bytes.position(), part));
            bytes.position(bytes.position() + part);
            if (!collected.hasRemaining()) {
                flush();
            }
        }
    }

    void flush() throws IOException {
        collected.flip();
        while (collected.hasRemaining()) {
            channel.write(collected);
        }
        collected.clear();
    }
}
