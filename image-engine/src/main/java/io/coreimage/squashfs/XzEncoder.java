package io.coreimage.squashfs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** Compresses into .xz streams as the kernel reads them: LZMA2 with a dictionary of one block, and CRC-32. */
final class XzEncoder implements BlockEncoder {

    private static final int SMALLEST_DICTIONARY = 8192;

    private final ArrayCache cache = new BasicArrayCache();
    private final LZMA2Options options;

    XzEncoder(int blockSize) {
        try {
            options = new LZMA2Options(LZMA2Options.PRESET_DEFAULT);
            options.setDictSize(Math.max(SMALLEST_DICTIONARY, blockSize));
        } catch (UnsupportedOptionsException ex) {
            throw new IllegalArgumentException("block size " + blockSize, ex);
        }
    }

    @Override
    public int encode(byte[] input, int length, byte[] output) throws IOException {
        Bytes bytes = new Bytes(output);
        try (XZOutputStream stream = new XZOutputStream(bytes, options, XZ.CHECK_CRC32, cache)) {
            stream.write(input, 0, length);
        }
        return bytes.size() < length ? bytes.size() : -1;
    }

    /** Writes into a given array, which has room for the worst. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes(byte[] output) {
            super(0);
            buf = output;
        }
    }
}
