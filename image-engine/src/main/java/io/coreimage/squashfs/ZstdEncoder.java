package io.coreimage.squashfs;

import io.coreimage.zstandard.ZstandardEncoder;

/**
 * Compresses into zstd frames without a checksum, as mksquashfs writes them.
 *
 * <p>The kernel needs them so: when a page of the image ends inside of the four bytes of a checksum, it has filled its
 * last page of output but waits for the end of the frame, and gives up with an input/output error.
 */
final class ZstdEncoder implements BlockEncoder {

    private final ZstandardEncoder encoder = new ZstandardEncoder();

    @Override
    public int encode(byte[] input, int length, byte[] output) {
        int count = encoder.encode(input, 0, length, output);
        return count < length ? count : -1;
    }
}
