package io.coreimage.squashfs;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The bytes of an image as they are stored, and the decoders for them; for any number of threads. */
final class Storage {

    private final ByteSource image;
    private final long end;
    private final Compression compression;
    private final Queue<BlockDecoder> idleDecoders = new ConcurrentLinkedQueue<>();

    Storage(ByteSource image, long end, Compression compression) {
        this.image = image;
        this.end = end;
        this.compression = compression;
    }

    Compression compression() {
        return compression;
    }

    ByteSource image() {
        return image;
    }

    /** Return where the file system ends. */
    long end() {
        return end;
    }

    /** Return stored bytes; {@code structure} says whose they are if they are not there. */
    byte[] read(String structure, long position, int count) throws IOException {
        check(structure, position, count);
        return read(image, position, count);
    }

    /** Refuse bytes that are not there. */
    void check(String structure, long position, int count) {
        if (position < 0 || position > end - count) {
            throw new MalformedException(
                    structure, position, count + " bytes lie outside of the file system's " + end + " bytes");
        }
    }

    static byte[] read(ByteSource image, long position, int count) throws IOException {
        byte[] bytes = new byte[count];
        image.readInto(position, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Decompress a stored block into what remains of the output. */
    void decode(String structure, long position, ByteBuffer stored, ByteBuffer output) {
        BlockDecoder idle = idleDecoders.poll();
        BlockDecoder decoder = idle == null ? BlockDecoder.of(compression) : idle;
        try {
            decoder.decode(stored, output);
        } catch (IOException ex) {
            throw new MalformedException(structure, position, "does not decompress: " + ex.getMessage());
        } finally {
            idleDecoders.add(decoder);
        }
    }
}
