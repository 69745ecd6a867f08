package io.coreimage.assemble;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.filesystem.ext4.Ext4Features;
import io.coreimage.filesystem.ext4.Ext4Ids;
import io.coreimage.filesystem.ext4.Ext4Options;
import io.coreimage.filesystem.ext4.Ext4Planner;
import io.coreimage.filesystem.fat.FatFormat;
import io.coreimage.filesystem.fat.FatPlan;
import io.coreimage.filesystem.fat.FatType;
import io.coreimage.filesystem.fat.FatUsage;
import io.coreimage.gadget.Filesystem;
import io.coreimage.gadget.LaidOutStructure;
import io.coreimage.gadget.LaidOutVolume;
import io.coreimage.gadget.Structure;
import io.coreimage.problem.RefusedException;
import java.time.Instant;

/**
 * Formats structures.
 * @param sector the sector size of the disk
 * @param features what ext4 makes use of, which the device's own tools have to know
 * @param created when file systems are said to have been made
 * @param ids the names of the file systems
 * @param shortage says what does not fit
 */
record FileSystems(SectorSize sector, Ext4Features features, Instant created, ImageIds ids, Shortage shortage) {

    private static final int LARGE_FILE_SYSTEM_BLOCK = 4096;

    /** Return what a file system is called in the final table. */
    static String nameOf(Filesystem filesystem) {
        return filesystem.isFat() ? "vfat" : filesystem.text();
    }

    FileSystemPlan plan(LaidOutVolume volume, LaidOutStructure structure, int number, FileTree files) {
        return structure.structure().filesystem().isFat()
                ? fat(volume, structure, number, files)
                : ext4(volume, structure, number, files);
    }

    private FileSystemPlan fat(LaidOutVolume volume, LaidOutStructure structure, int number, FileTree files) {
        FatFormat format = fatFormat(structure.structure())
                .withHiddenSectors(structure.firstSector(sector.size()))
                .withVolumeId(Integer.toUnsignedLong(ids.fatVolume(volume.name(), number)));
        FatUsage usage = FatPlan.usage(files, format);
        if (usage.usedClusters() > usage.clusters()) {
            throw tooSmall(volume, structure, FatPlan.smallestSize(files, format));
        }
        FatPlan plan = FatPlan.of(files, format);
        return new FileSystemPlan(plan.disk(), plan.usage().used());
    }

    /**
     * FAT32 where gadget.yaml says vfat, as the reference has it; but a volume with too few clusters for it would be taken
     * for FAT16 by firmware and boot loaders, and so is made as one.
     */
    private FatFormat fatFormat(Structure structure) {
        FatFormat format = FatFormat.of(structure.size(), sector, structure.label(), created);
        FatFormat wanted =
                format.withType(structure.filesystem() == Filesystem.VFAT_16 ? FatType.FAT16 : FatType.FAT32);
        return wanted.isPossible() ? wanted : format;
    }

    private FileSystemPlan ext4(LaidOutVolume volume, LaidOutStructure structure, int number, FileTree files) {
        Guid uuid = ids.fileSystem(volume.name(), number);
        Ext4Options options = options(structure).withIds(Ext4Ids.named(uuid.toString()));
        try {
            return new FileSystemPlan(
                    Ext4Planner.plan(files, options),
                    Ext4Planner.usage(files, options).used());
        } catch (RefusedException ex) {
            Size least = Ext4Planner.smallestSize(files, options);
            throw least.compareTo(structure.size()) > 0 ? tooSmall(volume, structure, least) : ex;
        }
    }

    private Ext4Options options(LaidOutStructure structure) {
        return Ext4Options.of(structure.size(), structure.structure().label(), features, created)
                .onSectorsOf(sector.bytes());
    }

    /** Return the least size of an ext4 structure that holds some files. */
    Size smallestExt4(LaidOutStructure structure, FileTree files) {
        return Ext4Planner.smallestSize(files, options(structure).withBlockSize(LARGE_FILE_SYSTEM_BLOCK));
    }

    private RefusedException tooSmall(LaidOutVolume volume, LaidOutStructure structure, Size least) {
        return shortage.refuse(
                volume.name() + ".img",
                structure.structure().said(),
                least,
                structure.size(),
                "Give the structure at least " + VolumePlanner.mib(least) + " in gadget.yaml, or seed fewer snaps.");
    }
}
