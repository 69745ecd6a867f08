package io.coreimage.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Gives a file its length without writing what lies between. */
final class Truncation {

    private Truncation() {}

    static void setSize(FileChannel channel, long size) throws IOException {
        if (channel.size() < size) {
            channel.write(ByteBuffer.allocate(1), size - 1);
        }
    }
}
