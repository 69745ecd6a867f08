package io.coreimage.partition;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Lba;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.Flaw;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * A GUID partition table (UEFI 2.10, chapter 5).
 * @param sectorSize the disk's sector size
 * @param diskSize the size of the disk; what is behind its last whole sector is not used
 * @param diskGuid the name of the disk
 * @param firstUsable the first sector that a partition may use
 * @param lastUsable the last sector that a partition may use
 * @param partitions the partitions in the order of their numbers, which may have gaps
 */
public record GptTable(
        SectorSize sectorSize,
        Size diskSize,
        Guid diskGuid,
        Lba firstUsable,
        Lba lastUsable,
        List<GptPartition> partitions)
        implements PartitionTable {

    public GptTable {
        partitions = partitions.stream()
                .sorted(Comparator.comparingInt(GptPartition::number))
                .toList();
        for (GptPartition each : partitions) {
            checkUsable(each, firstUsable, lastUsable);
        }
        Collisions.refuse(partitions);
        Collisions.refuseSameIds(partitions);
    }

    private static void checkUsable(GptPartition partition, Lba firstUsable, Lba lastUsable) {
        if (partition.first().compareTo(firstUsable) < 0) {
            throw partition.refused("it starts at sector " + partition.first()
                    + ", but the first that the table leaves free is " + firstUsable);
        }
        if (partition.last().compareTo(lastUsable) > 0) {
            throw partition.refused("it ends at sector " + partition.last()
                    + ", but the last that the table leaves free is " + lastUsable);
        }
    }

    /** Return a table that leaves all sectors to partitions which it does not need itself. */
    public static GptTable of(SectorSize sector, Size diskSize, Guid diskGuid, List<GptPartition> partitions) {
        GptLayout layout = GptLayout.of(sector, diskSize);
        if (layout.sectors() < layout.leastSectors()) {
            throw new RefusedException("cannot plan a GPT on a disk of " + diskSize + ": it needs at least "
                    + sector.size().times(layout.leastSectors()));
        }
        return new GptTable(sector, diskSize, diskGuid, layout.firstUsable(), layout.lastUsable(), partitions);
    }

    /** Return how many bytes of a disk the table takes: in front of the first usable sector and at the end. */
    public static Size overhead(SectorSize sector) {
        GptLayout layout = new GptLayout(sector, Integer.MAX_VALUE);
        return sector.size().times(3 + 2 * layout.entrySectors());
    }

    @Override
    public DiskPlan plan() {
        return new GptPlanner(this).plan(ByteSource.zeros(0));
    }

    @Override
    public DiskPlan plan(ByteSource bootCode) {
        return new GptPlanner(this).plan(BootCode.inFrontOf(MasterBootRecord.ENTRIES_OFFSET, bootCode));
    }

    static boolean isPresent(ByteSource disk, SectorSize sector) throws IOException {
        return new GptReader(disk, sector).isPresent();
    }

    /** Read the table of a disk from its primary copy, or from the backup where the primary is damaged. */
    public static GptTable read(ByteSource disk, SectorSize sector) throws IOException {
        return new GptReader(disk, sector).read();
    }

    /** Find everything that is wrong with the table of a disk: in the protective record, in each copy, between them. */
    public static List<Flaw> check(ByteSource disk, SectorSize sector) throws IOException {
        return new GptReader(disk, sector).check();
    }
}
