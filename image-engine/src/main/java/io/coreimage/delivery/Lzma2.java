package io.coreimage.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;

/** Squeezes bytes in memory into LZMA2 chunks, which begin with an empty dictionary. */
final class Lzma2 {

    /** What every decoder has to have room for: that of {@code xz -6}. */
    static final int DICTIONARY = 8 << 20;

    private static final int KIB = 1 << 10;

    private final Effort effort;

    Lzma2(Effort effort) {
        this.effort = effort;
    }

    /** Return the chunks for some bytes, and the mark of the end. */
    byte[] squeeze(byte[] bytes) {
        return squeeze(bytes, dictionary(bytes.length));
    }

    /** Return the chunks for that many zeros, and the mark of the end. Nothing is farther away than one byte. */
    byte[] zeros(int count) {
        return squeeze(new byte[count], LZMA2Options.DICT_SIZE_MIN);
    }

    /** The dictionary is no larger than what there is to look back to: its tables are up to eleven times as large. */
    private static int dictionary(int length) {
        return Math.max(LZMA2Options.DICT_SIZE_MIN, Math.min(DICTIONARY, length));
    }

    private byte[] squeeze(byte[] bytes, int dictionary) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(bytes.length / 2 + 64);
        FinishableWrapperOutputStream target = new FinishableWrapperOutputStream(chunks);
        try (FinishableOutputStream lzma2 =
                options(dictionary).getOutputStream(target, BasicArrayCache.getInstance())) {
            lzma2.write(bytes);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex); // Memory does not fail.
        }
        return chunks.toByteArray();
    }

    /** Return how many bytes of memory it takes to squeeze so many, besides themselves. */
    long memory(int length) {
        return (long) options(dictionary(length)).getEncoderMemoryUsage() * KIB;
    }

    private LZMA2Options options(int dictionary) {
        try {
            LZMA2Options options = new LZMA2Options(effort == Effort.FULL ? LZMA2Options.PRESET_DEFAULT : 0);
            if (effort == Effort.LIGHT) {
                options.setNiceLen(16);
                options.setDepthLimit(2);
            }
            options.setDictSize(dictionary);
            return options;
        } catch (UnsupportedOptionsException ex) {
            throw new IllegalStateException(ex); // These are known to be supported.
        }
    }
}
