package io.coreimage.delivery;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Buffers outside the heap, which files are read into and written from without a copy between; each is used again. */
final class Buffers {

    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();
    private final int size;

    Buffers(int size) {
        this.size = size;
    }

    /** Return an empty buffer, a new one only while all others are in use. */
    ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        return buffer == null ? ByteBuffer.allocateDirect(size) : buffer.clear();
    }

    /** Take a buffer back. */
    void give(ByteBuffer buffer) {
        free.add(buffer);
    }
}
