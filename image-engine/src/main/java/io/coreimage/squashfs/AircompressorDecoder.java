package io.coreimage.squashfs;

import io.airlift.compress.Decompressor;
import java.io.IOException;

/** The decoders of aircompressor, whose complaints become the one kind that we know. */
final class AircompressorDecoder implements BlockDecoder {

    private final Decompressor decompressor;

    AircompressorDecoder(Decompressor decompressor) {
        this.decompressor = decompressor;
    }

    @Override
    public int decode(byte[] input, int offset, int length, byte[] output) throws IOException {
        try {
            return decompressor.decompress(input, offset, length, output, 0, output.length);
        } catch (RuntimeException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }
}
