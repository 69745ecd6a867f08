package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What FAT32 remembers about its free clusters; little-endian.
 *
 * <pre>
 *   0 ┌ "RRaA" (4) ┬ zeros (480) ─────────────┐
 * 484 ├ "rrAa" (4) ┼ free (4) ┬ last used (4) ┤
 * 496 └ zeros (12) ┴ 00 00 55 AA (4) ─────────┘   512 = SIZE
 * </pre>
 *
 * @param leadSignature {@link #LEAD}
 * @param structSignature {@link #STRUCT}
 * @param freeClusters how many clusters are free
 * @param lastUsed the cluster that was taken last
 * @param trailSignature {@link #TRAIL}
 */
record FsInfo(long leadSignature, long structSignature, long freeClusters, long lastUsed, long trailSignature) {

    static final int SIZE = 512;
    static final long LEAD = 0x4161_5252L;
    static final long STRUCT = 0x6141_7272L;
    static final long TRAIL = 0xAA55_0000L;

    /** What stands for a number that nobody knows. */
    static final long UNKNOWN = 0xFFFF_FFFFL;

    private static final int ZEROS_1 = 480;
    private static final int ZEROS_2 = 12;

    static FsInfo of(long freeClusters, long lastUsed) {
        return new FsInfo(LEAD, STRUCT, freeClusters, lastUsed, TRAIL);
    }

    static FsInfo readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        long lead = Unsigned.getInt(in);
        in.position(in.position() + ZEROS_1);
        long struct = Unsigned.getInt(in);
        long free = Unsigned.getInt(in);
        long last = Unsigned.getInt(in);
        in.position(in.position() + ZEROS_2);
        return new FsInfo(lead, struct, free, last, Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt((int) leadSignature);
        out.put(new byte[ZEROS_1]);
        out.putInt((int) structSignature);
        out.putInt((int) freeClusters);
        out.putInt((int) lastUsed);
        out.put(new byte[ZEROS_2]);
        out.putInt((int) trailSignature);
        Unsigned.checkWritten(bytes, start, SIZE);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        writeTo(bytes);
        return bytes.array();
    }
}
