package io.coreimage.squashfs;

import io.airlift.compress.zstd.ZstdCompressor;

/**
 * Compresses into zstd frames without a checksum, as mksquashfs writes them.
 *
 * <p>The kernel needs them so: when a page of the image ends inside of the four bytes of a checksum, it has filled its
 * last page of output but waits for the end of the frame, and gives up with an input/output error.
 */
final class ZstdEncoder implements BlockEncoder {

    private static final int DESCRIPTOR = 4;
    private static final int HAS_CHECKSUM = 0x04;
    private static final int CHECKSUM_SIZE = 4;

    private final ZstdCompressor compressor = new ZstdCompressor();

    @Override
    public int encode(byte[] input, int length, byte[] output) {
        int count = compressor.compress(input, 0, length, output, 0, output.length);
        if ((output[DESCRIPTOR] & HAS_CHECKSUM) != 0) {
            output[DESCRIPTOR] &= ~HAS_CHECKSUM;
            count -= CHECKSUM_SIZE;
        }
        return count < length ? count : -1;
    }
}
