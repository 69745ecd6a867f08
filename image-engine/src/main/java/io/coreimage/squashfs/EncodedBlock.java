package io.coreimage.squashfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A block as it will be stored: compressed if that is shorter, as it is if not, or a hole. */
final class EncodedBlock {

    private final ByteBuffer stored;
    private final BlockWord word;

    private EncodedBlock(byte[] stored, int length, BlockWord word) {
        this.stored = ByteBuffer.wrap(stored, 0, length);
        this.word = word;
    }

    ByteBuffer stored() {
        return stored;
    }

    BlockWord word() {
        return word;
    }

    /** Encodes blocks on any number of threads, each with an encoder of its own. */
    static final class Workshop {

        private final Compression compression;
        private final int blockSize;
        private final Queue<BlockEncoder> idle = new ConcurrentLinkedQueue<>();

        Workshop(Compression compression, int blockSize) {
            this.compression = compression;
            this.blockSize = blockSize;
        }

        /** Return the block with the given bytes, which now belong to it. */
        EncodedBlock encode(byte[] input, int length) throws IOException {
            if (isZero(input, length)) {
                return new EncodedBlock(input, 0, BlockWord.HOLE);
            }
            byte[] output = new byte[BlockEncoder.outputSize(length)];
            int count = encode(input, length, output);
            return count < 0
                    ? new EncodedBlock(input, length, BlockWord.of(length, true))
                    : new EncodedBlock(output, count, BlockWord.of(count, false));
        }

        /** Return the length of the compressed bytes, or -1 if they are not shorter. */
        int encode(byte[] input, int length, byte[] output) throws IOException {
            BlockEncoder free = idle.poll();
            BlockEncoder encoder = free == null ? BlockEncoder.of(compression, blockSize) : free;
            try {
                return encoder.encode(input, length, output);
            } finally {
                idle.add(encoder);
            }
        }

        private static boolean isZero(byte[] input, int length) {
            for (int i = 0; i < length; i++) {
                if (input[i] != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
