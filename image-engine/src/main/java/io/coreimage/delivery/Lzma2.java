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

    /** Light work keeps its tables in the processor's cache: three quarters of the time, for nothing. */
    private static final int LIGHT_DICTIONARY = 256 << 10;

    private static final int KIB = 1 << 10;

    private final Effort effort;

    Lzma2(Effort effort) {
        this.effort = effort;
    }

    /** Return the chunks for some bytes, and the mark of the end. */
    byte[] squeeze(byte[] bytes) {
        return squeeze(bytes, options(effort, dictionary(bytes.length)));
    }

    /** Return the chunks for that many zeros, and the mark of the end. Nothing is farther away than one byte. */
    byte[] zeros(int count) {
        return squeeze(new byte[count], options(Effort.LIGHT, LZMA2Options.DICT_SIZE_MIN));
    }

    /** The dictionary is no larger than what there is to look back to: its tables are up to eleven times as large. */
    private int dictionary(int length) {
        int most = effort == Effort.FULL ? DICTIONARY : LIGHT_DICTIONARY;
        return Math.max(LZMA2Options.DICT_SIZE_MIN, Math.min(most, length));
    }

    private static byte[] squeeze(byte[] bytes, LZMA2Options options) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(bytes.length / 2 + 64);
        FinishableWrapperOutputStream target = new FinishableWrapperOutputStream(chunks);
        try (FinishableOutputStream lzma2 = options.getOutputStream(target, BasicArrayCache.getInstance())) {
            lzma2.write(bytes);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex); // Memory does not fail.
        }
        return chunks.toByteArray();
    }

    /** Return how many bytes of memory it takes to squeeze so many, besides themselves. */
    long memory(int length) {
        return (long) options(effort, dictionary(length)).getEncoderMemoryUsage() * KIB;
    }

    /**
     * Full effort is that of {@code xz -6} with shorter walks through the tree of what came before: each step misses the
     * processor's cache, which costs a JVM more than it costs liblzma, and the last ones gain 2 to 3 % at most.
     */
    private static LZMA2Options options(Effort effort, int dictionary) {
        try {
            LZMA2Options options = new LZMA2Options(effort == Effort.FULL ? LZMA2Options.PRESET_DEFAULT : 0);
            options.setNiceLen(effort == Effort.FULL ? 32 : 16);
            options.setDepthLimit(effort == Effort.FULL ? 16 : 2);
            options.setDictSize(dictionary);
            return options;
        } catch (UnsupportedOptionsException ex) {
            throw new IllegalStateException(ex); // These are known to be supported.
        }
    }
}
