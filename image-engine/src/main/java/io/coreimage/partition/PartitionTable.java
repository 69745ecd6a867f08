package io.coreimage.partition;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.Flaw;
import java.io.IOException;
import java.util.List;

/** The table of a disk's partitions, of either kind. */
public sealed interface PartitionTable permits GptTable, MbrTable {

    /** Return the sector size that the table counts in. */
    SectorSize sectorSize();

    /** Return the size of the disk. */
    Size diskSize();

    /** Return the partitions in the order of their numbers. */
    List<? extends Partition> partitions();

    /** Return the table's own bytes in a disk that is otherwise empty; the boot code's place is left alone. */
    DiskPlan plan();

    /** Return the table's own bytes with boot code in front of them. */
    DiskPlan plan(ByteSource bootCode);

    /** Read the table of a disk: a GPT of either sector size if there is one, else an MBR. */
    static PartitionTable read(ByteSource disk) throws IOException {
        for (SectorSize sector : SectorSize.values()) {
            if (GptTable.isPresent(disk, sector)) {
                return GptTable.read(disk, sector);
            }
        }
        return MbrTable.read(disk, SectorSize.BYTES_512);
    }

    /** Find everything that is wrong with the table of a disk. */
    static List<Flaw> check(ByteSource disk) throws IOException {
        for (SectorSize sector : SectorSize.values()) {
            if (GptTable.isPresent(disk, sector)) {
                return GptTable.check(disk, sector);
            }
        }
        return MbrTable.check(disk, SectorSize.BYTES_512);
    }
}
