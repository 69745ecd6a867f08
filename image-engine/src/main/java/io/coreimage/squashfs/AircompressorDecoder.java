package io.coreimage.squashfs;

import io.airlift.compress.Decompressor;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The decoders of aircompressor, whose complaints become the one kind that we know. */
final class AircompressorDecoder implements BlockDecoder {

    private final Decompressor decompressor;

    AircompressorDecoder(Decompressor decompressor) {
        this.decompressor = decompressor;
    }

    @Override
    public void decode(ByteBuffer input, ByteBuffer output) throws IOException {
        try {
            decompressor.decompress(input, output);
        } catch (RuntimeException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }
}
