package io.coreimage.delivery;

import io.coreimage.deflate.Deflate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The gzip format (RFC 1952): one member, since not every reader goes on to a second one, of parts that each end at a
 * whole byte.
 *
 * <pre>
 * header │ deflate blocks of part 0 │ … │ empty last block │ CRC-32 of all │ length of all, 32 bits
 * </pre>
 *
 * <p>Bytes that are compressed already become stored blocks: five bytes for each 64 KiB.
 */
final class Gzip implements StreamFormat {

    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};
    private static final int LAST_STORED = 1;
    private static final int LARGEST_STORED = 0xffff;
    private static final int STORED_HEADER = 5;
    private static final int TABLES = 1 << 19;
    private static final int ZEROS_A_UNIT = 1 << 20;
    private static final int TAIL = STORED_HEADER + Integer.BYTES + Integer.BYTES;

    private final Effort effort;

    Gzip(Effort effort) {
        this.effort = effort;
    }

    @Override
    public byte[] head() {
        return HEAD.clone();
    }

    @Override
    public Part store(ByteBuffer bytes) {
        int plain = bytes.remaining();
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int from = 0; from < plain; from += LARGEST_STORED) {
            int count = Math.min(LARGEST_STORED, plain - from);
            pieces.add(putStoredHeader(allocate(STORED_HEADER), 0, count).flip());
            pieces.add(bytes.slice(bytes.position() + from, count));
        }
        return new Part(pieces, new PartSize(Part.length(pieces), plain, crc(bytes)));
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer putStoredHeader(ByteBuffer buffer, int last, int count) {
        return buffer.put((byte) last).putShort((short) count).putShort((short) ~count);
    }

    private static Part part(ByteBuffer bytes, long plain, int crc) {
        return new Part(bytes.flip(), new PartSize(bytes.limit(), plain, crc));
    }

    @Override
    public Part squeeze(byte[] bytes) {
        byte[] packed = deflate(bytes);
        return new Part(
                ByteBuffer.wrap(packed), new PartSize(packed.length, bytes.length, crc(ByteBuffer.wrap(bytes))));
    }

    private byte[] deflate(byte[] bytes) {
        byte[] packed = new byte[bytes.length + bytes.length / 1000 + 64];
        int length = compressor().raw(bytes, 0, bytes.length, false, packed, 0, packed.length);
        return Arrays.copyOf(packed, length);
    }

    private Deflate compressor() {
        return effort == Effort.FULL ? new Deflate() : Deflate.quick();
    }

    @Override
    public long memory(int length) {
        return TABLES + (long) length; // and blocks as long as what they are made of
    }

    /** Zeros are the same blocks again and again, made once however large the hole is. */
    @Override
    public Part zeros(long count) {
        byte[] unit = deflate(new byte[ZEROS_A_UNIT]);
        byte[] rest = new byte[Math.toIntExact(count % ZEROS_A_UNIT)];
        byte[] packedRest = deflate(rest);
        int units = Math.toIntExact(count / ZEROS_A_UNIT);
        ByteBuffer bytes = allocate(units * unit.length + packedRest.length);
        for (int i = 0; i < units; i++) {
            bytes.put(unit);
        }
        return part(bytes.put(packedRest), count, CrcJoin.ofZeros(count));
    }

    @Override
    public byte[] tail(List<PartSize> parts) {
        int crc = 0;
        long plain = 0;
        for (PartSize part : parts) {
            crc = CrcJoin.join(crc, part.crc(), part.plain());
            plain += part.plain();
        }
        byte[] tail = new byte[TAIL];
        ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        putStoredHeader(buffer, LAST_STORED, 0).putInt(crc).putInt((int) plain);
        return tail;
    }

    private static int crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }
}
