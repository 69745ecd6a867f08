package io.coreimage.delivery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The {@code .xz} format 1.2.1: a block for each part, its sizes in its header so that {@code xz -T0} unpacks on all
 * cores.
 *
 * <pre>
 * stream header │ block … │ index │ stream footer
 * block = header │ LZMA2 chunks │ padding │ CRC-32
 * </pre>
 *
 * <p>Bytes that are compressed already become LZMA2 chunks without compression: three bytes for each 64 KiB.
 */
final class Xz implements StreamFormat {

    private static final byte[] MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
    private static final byte[] FLAGS = {0, 1}; // checks are CRC-32
    private static final int CHUNK = 1 << 16;
    private static final int CHUNK_HEADER = 3;
    private static final int FIRST_CHUNK = 1; // forget the dictionary
    private static final int NEXT_CHUNK = 2;
    private static final int ZEROS_A_CHUNK = 1 << 20;
    private static final int ZEROS_A_SHORT_CHUNK = 1 << 16;
    private static final int CRC = 4;
    private static final byte DICTIONARY_8_MIB = 22; // Lzma2.DICTIONARY

    private final Lzma2 lzma2;
    private final byte[] zeros;
    private final byte[] fewerZeros;

    Xz(Effort effort) {
        this.lzma2 = new Lzma2(effort);
        this.zeros = lzma2.zeros(ZEROS_A_CHUNK);
        this.fewerZeros = lzma2.zeros(ZEROS_A_SHORT_CHUNK);
    }

    @Override
    public byte[] head() {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put(FLAGS)
                .putInt(crc(FLAGS, 0, FLAGS.length))
                .array();
    }

    @Override
    public Part store(ByteBuffer bytes) {
        int plain = bytes.remaining();
        int chunks = (plain + CHUNK - 1) / CHUNK;
        ByteBuffer header = blockHeader(plain + chunks * CHUNK_HEADER + 1L, plain);
        List<ByteBuffer> pieces = new ArrayList<>(2 * chunks + 2);
        pieces.add(header);
        for (int from = 0; from < plain; from += CHUNK) {
            int count = Math.min(CHUNK, plain - from);
            byte control = (byte) (from == 0 ? FIRST_CHUNK : NEXT_CHUNK);
            pieces.add(ByteBuffer.wrap(new byte[] {control, (byte) ((count - 1) >> 8), (byte) (count - 1)}));
            pieces.add(bytes.slice(bytes.position() + from, count));
        }
        return endBlock(pieces, new byte[] {0}, plain, crc(bytes));
    }

    @Override
    public Part squeeze(byte[] bytes) {
        byte[] packed = lzma2.squeeze(bytes);
        return endBlock(
                List.of(blockHeader(packed.length, bytes.length)), packed, bytes.length, crc(ByteBuffer.wrap(bytes)));
    }

    @Override
    public long memory(int length) {
        return lzma2.memory(length);
    }

    /**
     * Zeros are the same chunks again and again: each begins with an empty dictionary, so that it is made once, however
     * large the hole is.
     */
    @Override
    public Part zeros(long count) {
        byte[] rest = lzma2.zeros(Math.toIntExact(count % ZEROS_A_SHORT_CHUNK));
        List<ByteBuffer> chunks = new ArrayList<>();
        addChunks(chunks, zeros, count / ZEROS_A_CHUNK);
        addChunks(chunks, fewerZeros, count % ZEROS_A_CHUNK / ZEROS_A_SHORT_CHUNK);
        List<ByteBuffer> pieces = new ArrayList<>();
        pieces.add(blockHeader((long) Part.length(chunks) + rest.length, count));
        pieces.addAll(chunks);
        return endBlock(pieces, rest, count, CrcJoin.ofZeros(count));
    }

    /** Add a chunk some times, without the mark of the end, which the rest brings. */
    private static void addChunks(List<ByteBuffer> chunks, byte[] chunk, long times) {
        for (long i = 0; i < times; i++) {
            chunks.add(ByteBuffer.wrap(chunk, 0, chunk.length - 1));
        }
    }

    private static ByteBuffer blockHeader(long packed, long plain) {
        ByteBuffer sizes = ByteBuffer.allocate(32);
        sizes.put((byte) 0).put((byte) 0xc0); // one filter, both sizes
        putVarint(sizes, packed);
        putVarint(sizes, plain);
        sizes.put((byte) 0x21).put((byte) 1).put(DICTIONARY_8_MIB);
        int length = roundUp(sizes.position());
        byte[] header = new byte[length];
        sizes.flip().get(header, 0, sizes.limit());
        header[0] = (byte) (length / 4); // (length + CRC) / 4 - 1
        return ByteBuffer.allocate(length + CRC)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header)
                .putInt(crc(header, 0, length))
                .flip();
    }

    /** Return the block with its last chunks, padding and check; the index counts the length without the padding. */
    private static Part endBlock(List<ByteBuffer> begun, byte[] last, long plain, int crc) {
        int length = Part.length(begun) + last.length;
        ByteBuffer end = ByteBuffer.allocate(last.length + roundUp(length) - length + CRC)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(last);
        end.position(end.capacity() - CRC).putInt(crc);
        List<ByteBuffer> pieces = new ArrayList<>(begun);
        pieces.add(end.flip());
        return new Part(pieces, new PartSize(length + (long) CRC, plain));
    }

    @Override
    public byte[] tail(List<PartSize> parts) {
        ByteBuffer index = ByteBuffer.allocate(32 + 18 * parts.size()).order(ByteOrder.LITTLE_ENDIAN);
        index.put((byte) 0);
        putVarint(index, parts.size());
        parts.forEach(part -> {
            putVarint(index, part.stored());
            putVarint(index, part.plain());
        });
        index.position(roundUp(index.position()));
        index.putInt(crc(index.array(), 0, index.position()));
        ByteBuffer backward = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
        backward.putInt(index.position() / 4 - 1).put(FLAGS);
        index.putInt(crc(backward.array(), 0, 6))
                .put(backward.array())
                .put((byte) 'Y')
                .put((byte) 'Z');
        byte[] tail = new byte[index.flip().remaining()];
        index.get(tail);
        return tail;
    }

    private static void putVarint(ByteBuffer out, long value) {
        long left = value;
        while (left >= 0x80) {
            out.put((byte) (left | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
    }

    private static int roundUp(int length) {
        return (length + 3) & ~3;
    }

    private static int crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    private static int crc(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
