package io.coreimage.delivery;

import io.airlift.compress.zstd.ZstdCompressor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The Zstandard format (RFC 8878): a frame for each part.
 *
 * <p>Bytes that are compressed already become raw blocks, zeros become blocks of one repeated byte: three and four bytes
 * for each 128 KiB.
 */
final class Zstandard implements StreamFormat {

    private static final int MAGIC = 0xfd2fb528;
    private static final byte SIZE_OF_8_BYTES = (byte) 0xc0;
    private static final byte WINDOW_128_KIB = 7 << 3;
    private static final int FRAME_HEADER = 14;
    private static final int BLOCK = 1 << 17;
    private static final int BLOCK_HEADER = 3;
    private static final int TABLES = 4 << 20;
    private static final int RAW = 0;
    private static final int REPEATED = 1;

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public Part store(ByteBuffer bytes) {
        int plain = bytes.remaining();
        List<ByteBuffer> pieces = new ArrayList<>(2 * blocks(plain) + 1);
        pieces.add(startFrame(plain, 0).flip());
        for (int from = 0; from < plain; from += BLOCK) {
            int count = Math.min(BLOCK, plain - from);
            ByteBuffer header = ByteBuffer.allocate(BLOCK_HEADER);
            putBlockHeader(header, from + count == plain, RAW, count);
            pieces.add(header.flip());
            pieces.add(bytes.slice(bytes.position() + from, count));
        }
        return new Part(pieces, new PartSize(Part.length(pieces), plain));
    }

    @Override
    public Part squeeze(byte[] bytes) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] frame = new byte[compressor.maxCompressedLength(bytes.length)];
        int length = compressor.compress(bytes, 0, bytes.length, frame, 0, frame.length);
        return new Part(ByteBuffer.wrap(frame, 0, length), new PartSize(length, bytes.length));
    }

    @Override
    public long memory(int length) {
        return TABLES + (long) length; // and a frame as long as what it is made of
    }

    @Override
    public Part zeros(long count) {
        int blocks = blocks(count);
        ByteBuffer frame = startFrame(count, blocks * (BLOCK_HEADER + 1));
        for (long left = count; left > 0; left -= BLOCK) {
            putBlockHeader(frame, left <= BLOCK, REPEATED, (int) Math.min(BLOCK, left));
            frame.put((byte) 0);
        }
        return part(frame, count);
    }

    private static int blocks(long length) {
        return Math.toIntExact((length + BLOCK - 1) / BLOCK);
    }

    private static ByteBuffer startFrame(long plain, int room) {
        return ByteBuffer.allocate(FRAME_HEADER + room)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .put(SIZE_OF_8_BYTES)
                .put(WINDOW_128_KIB)
                .putLong(plain);
    }

    private static void putBlockHeader(ByteBuffer frame, boolean last, int type, int size) {
        int header = (last ? 1 : 0) | type << 1 | size << 3;
        frame.put((byte) header).put((byte) (header >> 8)).put((byte) (header >> 16));
    }

    private static Part part(ByteBuffer frame, long plain) {
        return new Part(frame.flip(), new PartSize(frame.limit(), plain));
    }

    @Override
    public byte[] tail(List<PartSize> parts) {
        return new byte[0];
    }
}
