package io.coreimage.squashfs;

import io.coreimage.deflate.Deflate;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.Locale;

/** Compresses one block at a time; used by one thread at a time, and again and again. */
interface BlockEncoder {

    /**
     * Compress a whole block.
     * @return how long it is in the output, or -1 if that is not shorter than the input
     */
    int encode(byte[] input, int length, byte[] output) throws IOException;

    /** Return how much room an encoder wants for a block. */
    static int outputSize(int blockSize) {
        return blockSize + blockSize / 128 + 1024;
    }

    /** Return a new encoder for a compressor, for blocks of at most the given size. */
    static BlockEncoder of(Compression compression, int blockSize) {
        return switch (compression) {
            case GZIP -> gzip();
            case XZ -> new XzEncoder(blockSize);
            case ZSTD -> new ZstdEncoder();
            default ->
                throw new RefusedException(
                        "cannot write a squashfs with " + compression.name().toLowerCase(Locale.ROOT)
                                + ": it is only read",
                        "Choose xz, zstd or gzip.");
        };
    }

    private static BlockEncoder gzip() {
        Deflate deflate = new Deflate();
        return (input, length, output) -> {
            int count = deflate.zlib(input, 0, length, output);
            return count < length ? count : -1;
        };
    }
}
