package io.coreimage.partition;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the partition table in a disk's master boot record. */
final class MbrReader {

    private static final String STRUCTURE = "mbr";
    private static final int COPY_PROTECTED = 0x5A5A;

    private final ByteSource disk;
    private final SectorSize sector;
    private final List<Flaw> flaws = new ArrayList<>();

    MbrReader(ByteSource disk, SectorSize sector) {
        this.disk = disk;
        this.sector = sector;
    }

    MbrTable read() throws IOException {
        MasterBootRecord record = record();
        inspect(record);
        if (!flaws.isEmpty()) {
            throw flaws.get(0).toException();
        }
        return new MbrTable(sector, Size.ofBytes(disk.size()), record.diskId(), used(record.entries()));
    }

    List<Flaw> check() throws IOException {
        MasterBootRecord record = record();
        inspect(record);
        if (record.copyMark() != 0 && record.copyMark() != COPY_PROTECTED) {
            flaw(MasterBootRecord.DISK_ID_OFFSET + 4, "the two bytes behind the disk id are neither 0000 nor 5A5A");
        }
        return flaws.stream().sorted().toList();
    }

    private MasterBootRecord record() throws IOException {
        if (disk.size() < sector.bytes()) {
            throw new Flaw(STRUCTURE, 0, "the disk has only " + disk.size() + " bytes").toException();
        }
        return MasterBootRecord.readFrom(disk.read(0, MasterBootRecord.SIZE));
    }

    private void inspect(MasterBootRecord record) {
        if (record.signature() != MasterBootRecord.SIGNATURE) {
            flaw(MasterBootRecord.SIZE - 2, "the signature 55 AA is missing");
            return;
        }
        for (int i = 0; i < MasterBootRecord.ENTRY_COUNT; i++) {
            inspect(i + 1, record.entries().get(i));
        }
        if (record.entries().stream().filter(MbrEntry::isActive).count() > 1) {
            flaw(MasterBootRecord.ENTRIES_OFFSET, "more than one partition is active");
        }
        if (flaws.isEmpty()) {
            Collisions.eachPair(used(record.entries()), this::collide);
        }
    }

    private void inspect(int number, MbrEntry entry) {
        if (!entry.isUsed()) {
            when(!entry.equals(MbrEntry.UNUSED), number, 4, "has no type but is not empty");
            return;
        }
        when(entry.status() != 0 && !entry.isActive(), number, 0, "has a status that is neither 00 nor 80");
        when(entry.type() == ProtectiveMbr.TYPE, number, 4, "protects a GPT, of which nothing is left");
        when(MbrPartition.isExtended(entry.type()), number, 4, "is an extended one, which is not supported");
        when(entry.first() == 0, number, 8, "starts at the sector of the table");
        when(entry.count() == 0, number, 12, "has no sectors");
        when(
                entry.end() > sector.sectorsIn(Size.ofBytes(disk.size())),
                number,
                12,
                "ends at sector " + (entry.end() - 1) + ", but the disk has "
                        + sector.sectorsIn(Size.ofBytes(disk.size())) + " sectors");
    }

    private void when(boolean wrong, int number, int field, String reason) {
        if (wrong) {
            flaw(MasterBootRecord.entryOffset(number - 1) + field, "partition " + number + " " + reason);
        }
    }

    private void collide(Partition one, Partition other) {
        when(true, other.number(), 8, "shares sectors with partition " + one.number());
    }

    private static List<MbrPartition> used(List<MbrEntry> entries) {
        List<MbrPartition> partitions = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isUsed()) {
                partitions.add(MbrPartition.of(i + 1, entries.get(i)));
            }
        }
        return partitions;
    }

    private void flaw(long offset, String reason) {
        flaws.add(new Flaw(STRUCTURE, offset, reason));
    }
}
