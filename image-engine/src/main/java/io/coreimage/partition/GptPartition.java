package io.coreimage.partition;

import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.disk.Lba;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.RefusedException;

/**
 * A partition of a GPT.
 * @param number its number, from 1 to 128
 * @param typeGuid what it is for
 * @param id the name of this very partition
 * @param first its first sector
 * @param last its last sector
 * @param attributes the 64 flags of the table
 * @param name what people and boot loaders call it; at most 36 UTF-16 units
 */
public record GptPartition(int number, Guid typeGuid, Guid id, Lba first, Lba last, long attributes, String name)
        implements Partition {

    /** The flag that tells old boot loaders to start from here. */
    public static final long LEGACY_BIOS_BOOTABLE = 1L << 2;

    public GptPartition {
        Refusal refusal = new Refusal(number, name);
        refusal.when(number < 1 || number > GptLayout.ENTRY_COUNT, "a GPT has " + GptLayout.ENTRY_COUNT + " entries");
        refusal.when(
                name.length() > GptEntry.MAX_NAME_LENGTH,
                "its name is longer than " + GptEntry.MAX_NAME_LENGTH + " characters");
        refusal.when(name.indexOf('\0') >= 0, "its name has a zero character");
        refusal.when(typeGuid.equals(Guid.ZERO), "the type of zeros marks an unused entry");
        refusal.when(last.compareTo(first) < 0, "it has no sectors");
    }

    /** Return a partition that covers a range of bytes, which must start and end where sectors do. */
    public static GptPartition covering(
            SectorSize sector, int number, Size offset, Size size, PartitionType type, Guid id, String name) {
        Refusal refusal = new Refusal(number, name);
        refusal.checkAligned(sector, offset, size);
        Lba first = Lba.at(offset, sector);
        Lba last = first.plus(sector.sectorsIn(size) - 1);
        return new GptPartition(number, type.forGpt().gpt().orElseThrow(), id, first, last, 0, name);
    }

    static GptPartition of(int number, GptEntry entry) {
        return new GptPartition(
                number,
                entry.type(),
                entry.id(),
                new Lba(entry.first()),
                new Lba(entry.last()),
                entry.attributes(),
                entry.name());
    }

    GptEntry toEntry() {
        return new GptEntry(typeGuid, id, first.number(), last.number(), attributes, name);
    }

    public GptPartition withAttributes(long other) {
        return new GptPartition(number, typeGuid, id, first, last, other, name);
    }

    @Override
    public PartitionType type() {
        return PartitionType.ofGpt(typeGuid);
    }

    @Override
    public long sectors() {
        return last.number() - first.number() + 1;
    }

    /** Refuse this partition with a sentence that names it. */
    RefusedException refused(String reason) {
        return new Refusal(number, name).because(reason);
    }
}
