package io.coreimage.squashfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** Decompresses .xz streams with any filters in them, and .lzma ones. */
final class LzmaDecoders {

    /** A dictionary is never larger than a block of 1 MiB; a stream that asks for more is a trap. */
    private static final int MEMORY_LIMIT_KIB = 2048;

    private LzmaDecoders() {}

    static BlockDecoder xz() {
        ArrayCache cache = new BasicArrayCache();
        return (input, offset, length, output) -> {
            InputStream stored = new ByteArrayInputStream(input, offset, length);
            try (InputStream stream = new SingleXZInputStream(stored, MEMORY_LIMIT_KIB, true, cache)) {
                return readAll(stream, output);
            }
        };
    }

    static BlockDecoder lzma() {
        ArrayCache cache = new BasicArrayCache();
        return (input, offset, length, output) -> {
            InputStream stored = new ByteArrayInputStream(input, offset, length);
            try (InputStream stream = new LZMAInputStream(stored, MEMORY_LIMIT_KIB, cache)) {
                return readAll(stream, output);
            }
        };
    }

    private static int readAll(InputStream stream, byte[] output) throws IOException {
        int count = stream.readNBytes(output, 0, output.length);
        if (stream.read() >= 0) {
            throw new IOException("holds more than " + output.length + " bytes");
        }
        return count;
    }
}
