package io.coreimage.squashfs;

import java.time.Instant;

/**
 * How a squashfs is written.
 * @param compression the compressor: xz, zstd or gzip
 * @param blockSize how many bytes of a file are compressed as one, a power of two from 4 KiB to 1 MiB
 * @param time when the file system is said to be made
 * @param minimumSize the file is padded with zeros to at least this size
 * @param threads how many threads work; the bytes do not depend on it
 */
public record SquashfsOptions(Compression compression, int blockSize, Instant time, long minimumSize, int threads) {

    private static final int DEFAULT_BLOCK_SIZE = 128 << 10;
    private static final int SMALLEST_BLOCK_SIZE = 4 << 10;
    private static final int LARGEST_BLOCK_SIZE = 1 << 20;

    public SquashfsOptions {
        if (Integer.bitCount(blockSize) != 1 || blockSize < SMALLEST_BLOCK_SIZE || blockSize > LARGEST_BLOCK_SIZE) {
            throw new IllegalArgumentException("block size (" + blockSize + ") must be a power of two, 4 KiB to 1 MiB");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads (" + threads + ") must be at least 1");
        }
    }

    /** Return what {@code snap pack} does, on one thread. */
    public static SquashfsOptions of(Compression compression, Instant time) {
        return new SquashfsOptions(compression, DEFAULT_BLOCK_SIZE, time, 0, 1);
    }

    public SquashfsOptions withThreads(int other) {
        return new SquashfsOptions(compression, blockSize, time, minimumSize, other);
    }

    public SquashfsOptions withBlockSize(int other) {
        return new SquashfsOptions(compression, other, time, minimumSize, threads);
    }

    public SquashfsOptions withMinimumSize(long other) {
        return new SquashfsOptions(compression, blockSize, time, other, threads);
    }
}
