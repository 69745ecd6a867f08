package io.coreimage.partition;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.Flaw;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A partition table in the master boot record: up to four partitions and a disk id.
 * @param sectorSize the disk's sector size
 * @param diskSize the size of the disk
 * @param diskId the 32-bit name of the disk
 * @param partitions the partitions in the order of their numbers, which may have gaps
 */
public record MbrTable(SectorSize sectorSize, Size diskSize, long diskId, List<MbrPartition> partitions)
        implements PartitionTable {

    public MbrTable {
        if (diskId >>> 32 != 0) {
            throw new IllegalArgumentException("disk id (" + diskId + ") must have 32 bits");
        }
        partitions = partitions.stream()
                .sorted(Comparator.comparingInt(MbrPartition::number))
                .toList();
        Collisions.refuse(partitions);
        for (MbrPartition each : partitions) {
            if (each.end() > sectorSize.sectorsIn(diskSize)) {
                throw new Refusal(each.number(), "")
                        .because("it ends at sector " + (each.end() - 1) + ", but the disk has "
                                + sectorSize.sectorsIn(diskSize) + " sectors");
            }
        }
        if (partitions.stream().filter(MbrPartition::active).count() > 1) {
            throw new RefusedException("cannot plan an MBR: more than one partition is active");
        }
    }

    /** Return how many bytes of a disk the table takes, at its start. */
    public static Size overhead(SectorSize sector) {
        return sector.size();
    }

    @Override
    public DiskPlan plan() {
        return plan(ByteSource.zeros(0));
    }

    @Override
    public DiskPlan plan(ByteSource bootCode) {
        byte[] record = record().toBytes();
        int start = MasterBootRecord.DISK_ID_OFFSET;
        return DiskPlan.builder(diskSize.bytes())
                .put(0, BootCode.inFrontOf(start, bootCode))
                .put(start, Arrays.copyOfRange(record, start, record.length))
                .build();
    }

    private MasterBootRecord record() {
        MbrEntry[] entries = Collections.nCopies(MasterBootRecord.ENTRY_COUNT, MbrEntry.UNUSED)
                .toArray(MbrEntry[]::new);
        partitions.forEach(each -> entries[each.number() - 1] = each.toEntry());
        return new MasterBootRecord(BootCode.NONE, diskId, 0, List.of(entries), MasterBootRecord.SIGNATURE);
    }

    /** Read the table of a disk. */
    public static MbrTable read(ByteSource disk, SectorSize sector) throws IOException {
        return new MbrReader(disk, sector).read();
    }

    /** Find everything that is wrong with the table of a disk. */
    public static List<Flaw> check(ByteSource disk, SectorSize sector) throws IOException {
        return new MbrReader(disk, sector).check();
    }
}
