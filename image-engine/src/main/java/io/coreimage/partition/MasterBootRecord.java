package io.coreimage.partition;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The first 512 bytes of a disk, whatever its sector size; little-endian.
 *
 * <pre>
 *   0 ┌ boot code (440 bytes) ──────────────────┐   belongs to the boot loader, never touched here
 * 440 ├ disk id ─────────────────┬ copy mark ───┤   4 bytes and 2 (zero)
 * 446 ├ entry 1 ── entry 2 ── entry 3 ── entry 4┤   4 × 16 bytes
 * 510 └ signature 55 AA ────────────────────────┘   512 = SIZE
 * </pre>
 *
 * @param bootCode the boot loader's part
 * @param diskId the disk's name for Windows and Linux ({@code PARTUUID=<id>-01}); unused on a GPT disk
 * @param copyMark zero, or 5A5A on a disk that wants no copies
 * @param entries always four
 * @param signature {@link #SIGNATURE}
 */
record MasterBootRecord(BootCode bootCode, long diskId, int copyMark, List<MbrEntry> entries, int signature) {

    static final int SIZE = 512;
    static final int ENTRY_COUNT = 4;
    static final int SIGNATURE = 0xAA55;

    static final int DISK_ID_OFFSET = BootCode.SIZE;
    static final int ENTRIES_OFFSET = 446;

    MasterBootRecord {
        entries = List.copyOf(entries);
        if (entries.size() != ENTRY_COUNT) {
            throw new IllegalArgumentException("a master boot record has four entries, not " + entries.size());
        }
    }

    static MasterBootRecord readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new MasterBootRecord(
                BootCode.readFrom(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                readEntries(in),
                Unsigned.getShort(in));
    }

    private static List<MbrEntry> readEntries(ByteBuffer in) {
        List<MbrEntry> entries = new ArrayList<>();
        for (int i = 0; i < ENTRY_COUNT; i++) {
            entries.add(MbrEntry.readFrom(in));
        }
        return entries;
    }

    void writeTo(ByteBuffer bytes) {
        int start = bytes.position();
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        bootCode.writeTo(out);
        out.putInt((int) diskId);
        out.putShort((short) copyMark);
        entries.forEach(each -> each.writeTo(out));
        out.putShort((short) signature);
        Unsigned.checkWritten(bytes, start, SIZE);
    }

    static int entryOffset(int index) {
        return ENTRIES_OFFSET + index * MbrEntry.SIZE;
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        writeTo(bytes);
        return bytes.array();
    }
}
