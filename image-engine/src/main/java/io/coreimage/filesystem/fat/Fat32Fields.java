package io.coreimage.filesystem.fat;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The part of a boot sector that only FAT32 has, behind the common one; little-endian.
 *
 * <pre>
 * 36 ┌ sectors in a table (4) ┬ flags (2) ┬ version (2) ┐   zero, zero
 * 44 ├ first cluster of the root directory (4) ─────────┤
 * 48 ├ FSInfo sector (2) ┬ backup boot sector (2) ──────┤
 * 52 └ reserved (12) ───────────────────────────────────┘   64; SIZE = 28
 * </pre>
 *
 * @param tableSectors sectors in a table
 * @param flags which table counts, where not all do
 * @param version zero
 * @param rootCluster where the root directory starts
 * @param infoSector where the {@link FsInfo} is
 * @param backupSector where a copy of the boot sector is
 */
record Fat32Fields(long tableSectors, int flags, int version, long rootCluster, int infoSector, int backupSector) {

    static final int SIZE = 28;

    private static final int RESERVED = 12;

    static Fat32Fields readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        Fat32Fields fields = new Fat32Fields(
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in));
        in.position(in.position() + RESERVED);
        return fields;
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt((int) tableSectors);
        out.putShort((short) flags);
        out.putShort((short) version);
        out.putInt((int) rootCluster);
        out.putShort((short) infoSector);
        out.putShort((short) backupSector);
        out.put(new byte[RESERVED]);
        Unsigned.checkWritten(bytes, start, SIZE);
    }
}
