package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * Room for the stored and the decompressed bytes of some blocks; used by one thread at a time, and again and again.
 *
 * <p>Outside of the heap, where files are read and written without another copy, if the decoder can work there.
 */
final class Workbench {

    private final ByteBuffer stored;
    private final ByteBuffer decoded;

    Workbench(Compression compression, int size) {
        boolean direct = BlockDecoder.worksOutsideOfTheHeap(compression);
        this.stored = direct ? ByteBuffer.allocateDirect(size) : ByteBuffer.allocate(size);
        this.decoded = direct ? ByteBuffer.allocateDirect(size) : ByteBuffer.allocate(size);
    }

    /** Return the room for that many stored bytes. */
    ByteBuffer stored(int count) {
        return stored.clear().limit(count);
    }

    /** Return the room for that many decompressed bytes. */
    ByteBuffer decoded(int count) {
        return decoded.clear().limit(count);
    }
}
