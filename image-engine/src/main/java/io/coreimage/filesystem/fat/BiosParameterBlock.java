package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The part of a boot sector that all types of FAT have in common; little-endian.
 *
 * <pre>
 *  0 ┌ jump (3) ┬ maker (8) ────────────────┐   EB 3C 90 or EB 58 90
 * 11 ├ bytes in a sector (2) ┬ sectors in ───┤
 * 13 │                       └ a cluster (1) │
 * 14 ├ reserved sectors (2) ┬ tables (1) ────┤
 * 17 ├ root entries (2) ────┼ sectors (2) ───┤   zero: FAT32   zero: see 32
 * 21 ├ media (1) ┬ sectors in a table (2) ───┤   F8            zero: FAT32
 * 24 ├ sectors in a track (2) ┬ heads (2) ───┤
 * 28 ├ hidden sectors (4) ──┬ sectors (4) ───┤   36 = SIZE
 * </pre>
 *
 * @param jump where the code in the sector starts
 * @param maker who made the file system
 * @param sectorSize bytes in a sector
 * @param clusterSectors sectors in a cluster
 * @param reservedSectors sectors in front of the first table
 * @param tableCount how many tables there are
 * @param rootEntries entries of a root directory of fixed size
 * @param smallSectors sectors in the volume if they fit into 16 bits
 * @param media what kind of disk it is
 * @param smallTableSectors sectors in a table of FAT12 or FAT16
 * @param trackSectors sectors in a track
 * @param heads tracks in a cylinder
 * @param hiddenSectors sectors in front of the volume
 * @param largeSectors sectors in the volume if they do not fit into 16 bits
 */
record BiosParameterBlock(
        int jump,
        String maker,
        int sectorSize,
        int clusterSectors,
        int reservedSectors,
        int tableCount,
        int rootEntries,
        int smallSectors,
        int media,
        int smallTableSectors,
        int trackSectors,
        int heads,
        long hiddenSectors,
        long largeSectors) {

    static final int SIZE = 36;

    /** EB 58 90: over the fields of FAT32. */
    static final int JUMP_FAT32 = 0x9058EB;

    /** EB 3C 90: over the fields of FAT12 and FAT16. */
    static final int JUMP_FAT16 = 0x903CEB;

    static final int MEDIA_FIXED = 0xF8;

    private static final int MAKER_SIZE = 8;

    static BiosParameterBlock readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new BiosParameterBlock(
                Unsigned.getShort(in) | Unsigned.getByte(in) << 16,
                new String(Unsigned.getBytes(in, MAKER_SIZE), StandardCharsets.ISO_8859_1),
                Unsigned.getShort(in),
                Unsigned.getByte(in),
                Unsigned.getShort(in),
                Unsigned.getByte(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getByte(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in));
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) jump).put((byte) (jump >>> 16));
        out.put(maker.getBytes(StandardCharsets.ISO_8859_1));
        out.putShort((short) sectorSize);
        out.put((byte) clusterSectors);
        out.putShort((short) reservedSectors);
        out.put((byte) tableCount);
        out.putShort((short) rootEntries);
        out.putShort((short) smallSectors);
        out.put((byte) media);
        out.putShort((short) smallTableSectors);
        out.putShort((short) trackSectors);
        out.putShort((short) heads);
        out.putInt((int) hiddenSectors);
        out.putInt((int) largeSectors);
        Unsigned.checkWritten(bytes, start, SIZE);
    }

    long totalSectors() {
        return smallSectors == 0 ? largeSectors : smallSectors;
    }
}
