package io.coreimage.squashfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decompresses zlib streams. What comes out does not depend on which zlib the JDK was built with. */
final class InflateDecoder implements BlockDecoder {

    private final Inflater inflater = new Inflater();

    @Override
    public void decode(ByteBuffer input, ByteBuffer output) throws IOException {
        inflater.reset();
        inflater.setInput(input);
        try {
            int size = output.remaining();
            inflater.inflate(output);
            if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
                throw new IOException("holds more than " + size + " bytes");
            }
            if (!inflater.finished()) {
                throw new IOException("ends in the middle");
            }
        } catch (DataFormatException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }
}
