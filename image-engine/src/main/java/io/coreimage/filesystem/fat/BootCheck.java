package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.MalformedException;
import java.io.IOException;

/** Believes a boot sector only what can be true of the bytes behind it. */
final class BootCheck {

    static final String STRUCTURE = "fat boot sector";

    private static final int MAX_TABLES = 2;

    private BootCheck() {}

    static BootSector read(ByteSource source) throws IOException {
        if (source.size() < BootSector.SIZE) {
            throw malformed(0, "the volume has only " + source.size() + " bytes");
        }
        BootSector boot = BootSector.readFrom(source.read(0, BootSector.SIZE));
        require(boot.signature() == BootSector.SIGNATURE, 510, "the signature 55 AA is missing");
        return boot;
    }

    static FatGeometry geometry(BootSector boot, long size) {
        BiosParameterBlock block = boot.parameters();
        checkNumbers(block);
        boolean isFat32 = boot.fat32().isPresent();
        long tableSectors = boot.fat32().map(Fat32Fields::tableSectors).orElse((long) block.smallTableSectors());
        FatGeometry geometry = new FatGeometry(
                isFat32 ? FatType.FAT32 : FatType.FAT16,
                block.sectorSize(),
                block.clusterSectors(),
                block.reservedSectors(),
                block.tableCount(),
                block.rootEntries(),
                block.totalSectors(),
                tableSectors);
        if (!isFat32 && geometry.clusters() <= FatType.FAT12.mostClusters()) {
            geometry = geometry.withType(FatType.FAT12);
        }
        checkPlaces(boot, geometry, size);
        return geometry;
    }

    private static void checkNumbers(BiosParameterBlock block) {
        int sector = block.sectorSize();
        require(
                sector >= 512 && sector <= 4096 && Integer.bitCount(sector) == 1,
                11,
                "sectors of " + sector + " bytes");
        require(
                Integer.bitCount(block.clusterSectors()) == 1,
                13,
                "clusters of " + block.clusterSectors() + " sectors");
        require(block.reservedSectors() > 0, 14, "no sector is reserved for it");
        require(
                block.tableCount() > 0 && block.tableCount() <= MAX_TABLES,
                16,
                block.tableCount() + " file allocation tables");
    }

    private static void checkPlaces(BootSector boot, FatGeometry geometry, long size) {
        boolean isFat32 = boot.fat32().isPresent();
        require(
                isFat32 == (geometry.rootEntries() == 0),
                17,
                geometry.rootEntries() + " entries in the root directory");
        require(
                geometry.totalSectors() * geometry.sectorSize() <= size,
                32,
                geometry.totalSectors() + " sectors in a volume of " + size + " bytes");
        require(geometry.clusters() > 0, 32, "no room for a cluster");
        require(
                geometry.clusters() <= geometry.type().mostClusters(),
                32,
                geometry.clusters() + " clusters are too many for " + geometry.type());
        require(
                geometry.tableSize() >= geometry.type().tableBytes(geometry.clusters()),
                isFat32 ? 36 : 22,
                "a table of " + geometry.tableSectors() + " sectors for " + geometry.clusters() + " clusters");
        boot.fat32().ifPresent(fields -> checkFat32(fields, geometry));
    }

    private static void checkFat32(Fat32Fields fields, FatGeometry geometry) {
        require(fields.version() == 0, 42, "version " + fields.version() + " is not known");
        require(
                geometry.isCluster(fields.rootCluster()),
                44,
                "the root directory starts at cluster " + fields.rootCluster());
    }

    private static void require(boolean right, long offset, String reason) {
        if (!right) {
            throw malformed(offset, reason);
        }
    }

    private static MalformedException malformed(long offset, String reason) {
        return new MalformedException(STRUCTURE, offset, reason);
    }
}
