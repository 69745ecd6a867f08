package io.coreimage.partition;

import io.coreimage.bytes.Size;
import io.coreimage.disk.Lba;
import io.coreimage.disk.SectorSize;

/** A numbered range of sectors in a {@link PartitionTable}. */
public sealed interface Partition permits GptPartition, MbrPartition {

    /** Return the number, from 1, that Linux and boot loaders know the partition by. */
    int number();

    /** Return the first sector. */
    Lba first();

    /** Return how many sectors there are. */
    long sectors();

    /** Return the name, empty where there is none. */
    String name();

    /** Return what the partition is for, as gadget.yaml writes it. */
    PartitionType type();

    /** Return where the partition starts, in bytes. */
    default Size offset(SectorSize sector) {
        return Size.ofBytes(first().offset(sector));
    }

    /** Return how many bytes it has. */
    default Size size(SectorSize sector) {
        return sector.size().times(sectors());
    }

    /** Return the sector right behind the partition. */
    default long end() {
        return first().number() + sectors();
    }
}
