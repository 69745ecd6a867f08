package io.coreimage.partition;

import io.coreimage.bytes.Size;
import io.coreimage.disk.Lba;
import io.coreimage.disk.SectorSize;

/**
 * A partition of an MBR.
 * @param number its number, from 1 to 4
 * @param active whether old boot loaders start from here
 * @param typeByte what it is for, from 1 to 255
 * @param first its first sector
 * @param sectors how many sectors it has
 */
public record MbrPartition(int number, boolean active, int typeByte, Lba first, long sectors) implements Partition {

    private static final long MAX_SECTOR = 0xFFFF_FFFFL;

    public MbrPartition {
        Refusal refusal = new Refusal(number, "");
        refusal.when(
                number < 1 || number > MasterBootRecord.ENTRY_COUNT,
                "an MBR has " + MasterBootRecord.ENTRY_COUNT + " entries");
        refusal.when(typeByte < 1 || typeByte > 0xFF, "the type 00 marks an unused entry");
        refusal.when(isExtended(typeByte), "an extended partition is not supported");
        refusal.when(sectors < 1, "it has no sectors");
        refusal.when(first.number() < 1, "it starts at the sector of the table");
        refusal.when(
                first.number() > MAX_SECTOR || sectors > MAX_SECTOR || first.number() + sectors - 1 > MAX_SECTOR,
                "it ends behind the last sector that an MBR can count, " + MAX_SECTOR);
    }

    static boolean isExtended(int type) {
        return type == 0x05 || type == 0x0F || type == 0x85;
    }

    /** Return a partition that covers a range of bytes, which must start and end where sectors do. */
    public static MbrPartition covering(
            SectorSize sector, int number, Size offset, Size size, PartitionType type, boolean active) {
        new Refusal(number, "").checkAligned(sector, offset, size);
        int typeByte = type.forMbr().mbr().orElseThrow();
        return new MbrPartition(number, active, typeByte, Lba.at(offset, sector), sector.sectorsIn(size));
    }

    static MbrPartition of(int number, MbrEntry entry) {
        return new MbrPartition(number, entry.isActive(), entry.type(), new Lba(entry.first()), entry.count());
    }

    /** Return the entry; its old addresses stay zero, as everything reads the sector numbers. */
    MbrEntry toEntry() {
        int status = active ? MbrEntry.ACTIVE : 0;
        return new MbrEntry(status, ChsAddress.ZERO, typeByte, ChsAddress.ZERO, first.number(), sectors);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public PartitionType type() {
        return PartitionType.ofMbr(typeByte);
    }
}
