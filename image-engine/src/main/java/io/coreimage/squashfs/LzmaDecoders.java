package io.coreimage.squashfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
        return (input, output) -> {
            InputStream stored = stream(input);
            try (InputStream stream = new SingleXZInputStream(stored, MEMORY_LIMIT_KIB, true, cache)) {
                readAll(stream, output);
            }
        };
    }

    static BlockDecoder lzma() {
        ArrayCache cache = new BasicArrayCache();
        return (input, output) -> {
            InputStream stored = stream(input);
            try (InputStream stream = new LZMAInputStream(stored, MEMORY_LIMIT_KIB, cache)) {
                readAll(stream, output);
            }
        };
    }

    private static InputStream stream(ByteBuffer input) {
        return new ByteArrayInputStream(input.array(), input.arrayOffset() + input.position(), input.remaining());
    }

    private static void readAll(InputStream stream, ByteBuffer output) throws IOException {
        int size = output.remaining();
        int count = stream.readNBytes(output.array(), output.arrayOffset() + output.position(), size);
        if (stream.read() >= 0) {
            throw new IOException("holds more than " + size + " bytes");
        }
        output.position(output.position() + count);
    }
}
