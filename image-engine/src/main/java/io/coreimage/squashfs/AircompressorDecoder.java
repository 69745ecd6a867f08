package io.coreimage.squashfs;

import io.airlift.compress.Decompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

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
            throw new IOException(withoutAddress(ex.getMessage()), ex);
        }
    }

    /** Its offsets are addresses in memory where a buffer is no array, different ones each time. */
    private static String withoutAddress(@Nullable String message) {
        String text = String.valueOf(message);
        int address = text.lastIndexOf(": offset=");
        return address < 0 ? text : text.substring(0, address);
    }
}
