package io.coreimage.squashfs;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decompresses zlib streams. What comes out does not depend on which zlib the JDK was built with. */
final class InflateDecoder implements BlockDecoder {

    private final Inflater inflater = new Inflater();

    @Override
    public int decode(byte[] input, int offset, int length, byte[] output) throws IOException {
        inflater.reset();
        inflater.setInput(input, offset, length);
        try {
            int count = inflater.inflate(output);
            if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
                throw new IOException("holds more than " + output.length + " bytes");
            }
            if (!inflater.finished()) {
                throw new IOException("ends in the middle");
            }
            return count;
        } catch (DataFormatException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }
}
