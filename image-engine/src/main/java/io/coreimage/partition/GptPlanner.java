package io.coreimage.partition;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Crc32;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Lba;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Lays the bytes of a {@link GptTable} out. */
final class GptPlanner {

    private final GptTable table;
    private final GptLayout layout;

    GptPlanner(GptTable table) {
        this.table = table;
        this.layout = GptLayout.of(table.sectorSize(), table.diskSize());
    }

    DiskPlan plan(ByteSource bootCode) {
        byte[] entries = entries();
        return DiskPlan.builder(table.diskSize().bytes())
                .put(0, bootCode)
                .put(MasterBootRecord.ENTRIES_OFFSET, protectiveRecord())
                .put(offset(GptLayout.PRIMARY), header(GptLayout.PRIMARY, layout.primaryEntries(), entries))
                .put(offset(layout.primaryEntries()), entries)
                .put(offset(layout.backupEntries()), entries)
                .put(offset(layout.backup()), header(layout.backup(), layout.backupEntries(), entries))
                .build();
    }

    private long offset(Lba sector) {
        return sector.offset(table.sectorSize());
    }

    /** Return the protective MBR without the boot code in front of its entries. */
    private byte[] protectiveRecord() {
        MbrEntry all = ProtectiveMbr.entry(layout.sectors());
        List<MbrEntry> entries = List.of(all, MbrEntry.UNUSED, MbrEntry.UNUSED, MbrEntry.UNUSED);
        byte[] whole = new MasterBootRecord(BootCode.NONE, 0, 0, entries, MasterBootRecord.SIGNATURE).toBytes();
        return Arrays.copyOfRange(whole, MasterBootRecord.ENTRIES_OFFSET, MasterBootRecord.SIZE);
    }

    private byte[] entries() {
        ByteBuffer bytes = ByteBuffer.allocate(GptLayout.ENTRIES_SIZE);
        for (GptPartition each : table.partitions()) {
            bytes.position((each.number() - 1) * GptEntry.SIZE);
            each.toEntry().writeTo(bytes);
        }
        return bytes.array();
    }

    /** Return the header for a place; each points at its own entries and at the other header. */
    private byte[] header(Lba self, Lba entriesStart, byte[] entries) {
        Lba alternate = self.equals(GptLayout.PRIMARY) ? layout.backup() : GptLayout.PRIMARY;
        return new GptHeader(
                        GptHeader.SIGNATURE,
                        GptHeader.REVISION,
                        GptHeader.SIZE,
                        0,
                        0,
                        self.number(),
                        alternate.number(),
                        table.firstUsable().number(),
                        table.lastUsable().number(),
                        table.diskGuid(),
                        entriesStart.number(),
                        GptLayout.ENTRY_COUNT,
                        GptEntry.SIZE,
                        Crc32.ieee(entries))
                .sealed()
                .toBytes();
    }
}
