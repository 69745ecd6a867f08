package io.coreimage.gadget;

import io.coreimage.bytes.Size;
import java.util.List;

/** What a partition table can say about a volume. */
final class TableRules {

    private static final int MBR_ENTRIES = 4;
    private static final int GPT_ENTRIES = 128;
    private static final int LONGEST_NAME = 36;
    private static final Size GPT_ARRAY = Size.ofKiB(16);

    private TableRules() {}

    static void check(LaidOutVolume volume, Size sector) {
        List<LaidOutStructure> partitions = volume.partitions();
        if (!volume.isGpt() && partitions.size() > MBR_ENTRIES) {
            throw Rule.TABLE.refuse(
                    volume.volume().place(),
                    volume.volume().said() + " has " + partitions.size() + " partitions, an MBR holds 4",
                    "Use schema: gpt, or type: bare for what needs no entry.");
        }
        if (volume.isGpt() && partitions.size() > GPT_ENTRIES) {
            throw Rule.TABLE.refuse(
                    volume.volume().place(),
                    volume.volume().said() + " has " + partitions.size() + " partitions, a GPT holds 128");
        }
        partitions.forEach(each -> checkPartition(volume, each, sector));
        volume.written().forEach(each -> checkStructure(volume, each, sector));
        volume.diskGuid();
        volume.diskId();
    }

    private static void checkPartition(LaidOutVolume volume, LaidOutStructure partition, Size sector) {
        Structure structure = partition.structure();
        if (!partition.start().isMultipleOf(sector) || !partition.size().isMultipleOf(sector)) {
            throw Rule.TABLE.refuse(
                    structure.place(),
                    structure.said() + " starts at " + partition.start().bytes() + " and has "
                            + partition.size().bytes() + " bytes, which must be multiples of the sector size, "
                            + sector.bytes());
        }
        if (volume.isGpt()
                && structure.name().codePointCount(0, structure.name().length()) > LONGEST_NAME) {
            throw Rule.TABLE.refuse(
                    structure.place(), structure.said() + " has a name of more than 36 characters, too long for a GPT");
        }
        if (volume.isGpt()) {
            partition.partitionId();
        }
    }

    private static void checkStructure(LaidOutVolume volume, LaidOutStructure written, Size sector) {
        Structure structure = written.structure();
        Size table = volume.isGpt() ? sector.times(2).plus(GPT_ARRAY) : sector;
        boolean mbr = structure.role() == Role.MBR;
        if (!mbr && written.size().bytes() > 0 && written.start().compareTo(table) < 0) {
            throw Rule.TABLE.refuse(
                    structure.place(),
                    structure.said() + " starts at " + written.start().bytes()
                            + ", inside the partition table, which ends at " + table.bytes());
        }
        if (!volume.isImage()) {
            return;
        }
        if (structure.openFilesystem() && structure.filesystem() == Filesystem.NONE) {
            throw Rule.TABLE.refuse(
                    structure.place(), structure.said() + " leaves its file system open, but the image must have one");
        }
        if (written.size().bytes() == 0) {
            throw Rule.TABLE.refuse(
                    structure.place(), structure.said() + " leaves its size open, but the image must have one");
        }
    }
}
