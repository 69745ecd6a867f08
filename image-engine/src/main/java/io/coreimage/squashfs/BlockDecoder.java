package io.coreimage.squashfs;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.lzo.LzoDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Decompresses one block at a time; used by one thread at a time, and again and again. */
interface BlockDecoder {

    /**
     * Decompress a whole block: all that remains of the input, into what remains of the output.
     * @throws IOException if the input is no block of this compressor, or holds more than fits
     */
    void decode(ByteBuffer input, ByteBuffer output) throws IOException;

    /** Return whether a decoder takes buffers that are no arrays. */
    static boolean worksOutsideOfTheHeap(Compression compression) {
        return compression != Compression.XZ && compression != Compression.LZMA;
    }

    /** Return a new decoder for a compressor. */
    static BlockDecoder of(Compression compression) {
        return switch (compression) {
            case GZIP -> new InflateDecoder();
            case LZMA -> LzmaDecoders.lzma();
            case XZ -> LzmaDecoders.xz();
            case LZO -> new AircompressorDecoder(new LzoDecompressor());
            case LZ4 -> new AircompressorDecoder(new Lz4Decompressor());
            case ZSTD -> new AircompressorDecoder(new ZstdDecompressor());
        };
    }
}
