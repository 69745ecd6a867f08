package io.coreimage.partition;

import io.coreimage.bytes.Size;
import io.coreimage.disk.Lba;
import io.coreimage.disk.SectorSize;

/**
 * Where the parts of a GPT stand that we write.
 *
 * <pre>
 * sector 0      1        2 ─ 33    34 ─────────────────────── n-33 ─ n-2   n-1
 * ├ protective ┼ header ┼ entries ┼ usable ──────────────────┼ entries ───┼ header ┤     n sectors of 512 bytes
 *   MBR          primary                                                    backup        (with 4096: 4 for entries)
 * </pre>
 *
 * @param sector the sector size
 * @param sectors how many sectors the disk has
 */
record GptLayout(SectorSize sector, long sectors) {

    static final int ENTRY_COUNT = 128;
    static final int ENTRIES_SIZE = ENTRY_COUNT * GptEntry.SIZE;
    static final Lba PRIMARY = new Lba(1);

    static GptLayout of(SectorSize sector, Size diskSize) {
        return new GptLayout(sector, sector.sectorsIn(diskSize));
    }

    /** Return how many sectors the entries take. */
    long entrySectors() {
        return ENTRIES_SIZE / sector.bytes();
    }

    /** Return how many sectors a disk has at least: one of them usable. */
    long leastSectors() {
        return 4 + 2 * entrySectors();
    }

    Lba backup() {
        return new Lba(sectors - 1);
    }

    Lba primaryEntries() {
        return PRIMARY.plus(1);
    }

    Lba backupEntries() {
        return new Lba(sectors - 1 - entrySectors());
    }

    Lba firstUsable() {
        return primaryEntries().plus(entrySectors());
    }

    Lba lastUsable() {
        return new Lba(backupEntries().number() - 1);
    }
}
