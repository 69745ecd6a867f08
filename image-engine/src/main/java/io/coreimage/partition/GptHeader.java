package io.coreimage.partition;

import io.coreimage.bytes.Crc32;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The header of a GUID partition table; little-endian (UEFI 2.10, 5.3.2).
 *
 * <pre>
 *  0 ┌ signature "EFI PART" ────────┐
 *  8 ├ revision ────┬ header size ──┤   00 00 01 00, 92
 * 16 ├ checksum ────┼ reserved ─────┤   CRC-32 of these 92 bytes with this field zero
 * 24 ├ self ────────┴───────────────┤   where this header stands
 * 32 ├ alternate ───────────────────┤   where the other header stands
 * 40 ├ first usable ────────────────┤
 * 48 ├ last usable ─────────────────┤
 * 56 ├ disk GUID (16 bytes) ────────┤   first three fields little-endian
 * 72 ├ start of the entries ────────┤
 * 80 ├ entry count ─┬ entry size ───┤
 * 88 └ checksum of the entries ┘        92 = SIZE; the rest of the sector is zero
 * </pre>
 *
 * @param signature {@link #SIGNATURE}
 * @param revision {@link #REVISION}
 * @param headerSize {@link #SIZE}
 * @param checksum the CRC-32 of the header with this field zero
 * @param reserved zero
 * @param self the sector of this header
 * @param alternate the sector of the other header
 * @param firstUsable the first sector that a partition may use
 * @param lastUsable the last sector that a partition may use
 * @param diskGuid the name of the disk
 * @param entriesStart the sector where this header's entries start
 * @param entryCount how many entries there is room for
 * @param entrySize the size of an entry in bytes
 * @param entriesChecksum the CRC-32 of all entries
 */
record GptHeader(
        long signature,
        long revision,
        long headerSize,
        long checksum,
        long reserved,
        long self,
        long alternate,
        long firstUsable,
        long lastUsable,
        Guid diskGuid,
        long entriesStart,
        long entryCount,
        long entrySize,
        long entriesChecksum) {

    static final int SIZE = 92;

    /** The text {@code EFI PART}. */
    static final long SIGNATURE = 0x5452_4150_2049_4645L;

    static final long REVISION = 0x0001_0000;

    private static final int CHECKSUM_OFFSET = 16;

    static GptHeader readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new GptHeader(
                in.getLong(),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                Guid.readMixedEndianFrom(in),
                in.getLong(),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(signature);
        out.putInt((int) revision);
        out.putInt((int) headerSize);
        out.putInt((int) checksum);
        out.putInt((int) reserved);
        out.putLong(self);
        out.putLong(alternate);
        out.putLong(firstUsable);
        out.putLong(lastUsable);
        out.put(diskGuid.toMixedEndianBytes());
        out.putLong(entriesStart);
        out.putInt((int) entryCount);
        out.putInt((int) entrySize);
        out.putInt((int) entriesChecksum);
        Unsigned.checkWritten(bytes, start, SIZE);
    }

    /** Return this header with the checksum that its other fields earn. */
    GptHeader sealed() {
        return new GptHeader(
                signature,
                revision,
                headerSize,
                computeChecksum(),
                reserved,
                self,
                alternate,
                firstUsable,
                lastUsable,
                diskGuid,
                entriesStart,
                entryCount,
                entrySize,
                entriesChecksum);
    }

    private long computeChecksum() {
        return computeChecksum(toBytes());
    }

    /** Return the CRC-32 of a header's bytes, as many as its size says, with the checksum field taken as zero. */
    static long computeChecksum(byte[] header) {
        byte[] bytes = header.clone();
        Arrays.fill(bytes, CHECKSUM_OFFSET, CHECKSUM_OFFSET + Integer.BYTES, (byte) 0);
        return Crc32.ieee(bytes);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        writeTo(bytes);
        return bytes.array();
    }
}
