package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.filesystem.fat.Folder.Member;
import io.coreimage.problem.RefusedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays a tree out in a volume. */
final class FatPlanner {

    private static final int INFO_SECTOR = 1;
    private static final int BACKUP_SECTOR = 6;

    /** A maker that every reader has seen before; some judge a volume by it. */
    private static final String MAKER = "mkfs.fat";

    private final FatFormat format;
    private final FatGeometry geometry;
    private final List<Folder> folders;
    private final Allocation allocation;

    FatPlanner(List<Folder> folders, FatFormat format) {
        this.format = format;
        this.geometry = Sizing.geometry(format);
        this.folders = folders;
        this.allocation = new Allocation(geometry, folders, hasLabel());
    }

    private boolean hasLabel() {
        return !format.label().isEmpty();
    }

    FatPlan plan() {
        checkRoom();
        List<byte[]> contents = new ArrayList<>();
        FolderWriter writer = new FolderWriter(allocation, format);
        folders.forEach(each -> contents.add(writer.write(each)));

        DiskPlan.Builder disk = DiskPlan.builder(format.size().bytes());
        putBootSectors(disk, format.volumeId().orElseGet(() -> volumeId(contents)));
        putTables(disk);
        for (int i = 0; i < folders.size(); i++) {
            putFolder(folders.get(i), contents.get(i), disk);
            folders.get(i).members().forEach(each -> putContent(each, disk));
        }
        return new FatPlan(disk.build(), usage());
    }

    FatUsage usage() {
        return new FatUsage(Size.ofBytes(geometry.clusterSize()), geometry.clusters(), allocation.usedClusters());
    }

    /** Return whether everything has its place. */
    boolean fits() {
        return missingClusters() <= 0 && !isRootFull();
    }

    private long missingClusters() {
        return allocation.usedClusters() - geometry.clusters();
    }

    private boolean isRootFull() {
        return geometry.rootEntries() > 0 && folders.get(0).entryCount(hasLabel()) > geometry.rootEntries();
    }

    private void checkRoom() {
        if (isRootFull()) {
            throw new RefusedException(
                    "cannot plan " + geometry.type() + " of " + format.size() + ": its root directory has room for "
                            + geometry.rootEntries() + " entries, but "
                            + folders.get(0).entryCount(hasLabel()) + " are needed",
                    "Put the files into folders, or use FAT32.");
        }
        for (Folder folder : folders) {
            if (folder.entryCount(hasLabel()) > Folder.MAX_ENTRIES) {
                throw FileNames.refused(
                        folder.path(),
                        "the folder needs " + folder.entryCount(hasLabel()) + " entries, and FAT has at most "
                                + Folder.MAX_ENTRIES);
            }
        }
        if (missingClusters() > 0) {
            Size used = usage().used();
            Size room = usage().clusterSize().times(geometry.clusters());
            throw new RefusedException(
                    "cannot plan " + geometry.type() + " of " + format.size() + ": the files need " + used
                            + ", but there is room for " + room,
                    "Make the volume larger by at least " + used.minus(room).roundUp(Size.ofMiB(1)) + ".");
        }
    }

    private void putFolder(Folder folder, byte[] entries, DiskPlan.Builder disk) {
        boolean fixed = folder.isRoot() && geometry.rootEntries() > 0;
        ClusterRun run = allocation.of(folder.path());
        long offset = fixed ? geometry.rootOffset() : geometry.clusterOffset(run.first());
        long end = geometry.clusterOffset(fixed ? FatGeometry.FIRST_CLUSTER : run.end());
        disk.put(offset, entries);
        putZeros(disk, offset + entries.length, end);
    }

    /** Put what marks clusters and entries as free: on a card that was used before there would be something else. */
    private static void putZeros(DiskPlan.Builder disk, long from, long end) {
        disk.put(from, ByteSource.zeros(end - from));
    }

    private void putContent(Member member, DiskPlan.Builder disk) {
        ByteSource content = member.content();
        if (content != null && content.size() > 0) {
            disk.put(geometry.clusterOffset(allocation.of(member.path()).first()), content);
        }
    }

    private void putTables(DiskPlan.Builder disk) {
        List<ByteSource> pieces = new FileTable(geometry.type(), allocation.runs()).pieces();
        for (int copy = 0; copy < geometry.tableCount(); copy++) {
            long offset = geometry.tableOffset(copy);
            for (ByteSource piece : pieces) {
                disk.put(offset, piece);
                offset += piece.size();
            }
            putZeros(disk, offset, geometry.tableOffset(copy) + geometry.tableSize());
        }
    }

    private void putBootSectors(DiskPlan.Builder disk, long volumeId) {
        byte[] boot = bootSector(volumeId).toBytes();
        disk.put(0, boot);
        if (geometry.type() == FatType.FAT32) {
            long free = geometry.clusters() - allocation.usedClusters();
            byte[] info = FsInfo.of(free, allocation.lastUsed()).toBytes();
            int sector = geometry.sectorSize();
            disk.put((long) INFO_SECTOR * sector, info);
            disk.put((long) BACKUP_SECTOR * sector, boot);
            disk.put((long) (BACKUP_SECTOR + INFO_SECTOR) * sector, info);
        }
    }

    private BootSector bootSector(long volumeId) {
        FatType type = geometry.type();
        String label = hasLabel() ? format.label() : VolumeLabel.NONE;
        VolumeIdentity identity =
                new VolumeIdentity(VolumeIdentity.DRIVE, 0, VolumeIdentity.SIGNATURE, volumeId, label, type.label());
        Optional<Fat32Fields> fat32 = type == FatType.FAT32
                ? Optional.of(new Fat32Fields(
                        geometry.tableSectors(), 0, 0, FatGeometry.FIRST_CLUSTER, INFO_SECTOR, BACKUP_SECTOR))
                : Optional.empty();
        return new BootSector(parameters(), fat32, identity, BootSector.SIGNATURE);
    }

    private BiosParameterBlock parameters() {
        boolean isFat32 = geometry.type() == FatType.FAT32;
        boolean isSmall = geometry.totalSectors() < 1 << 16;
        Track track = Track.of(format.sectorSize().sectorsIn(format.size()));
        return new BiosParameterBlock(
                isFat32 ? BiosParameterBlock.JUMP_FAT32 : BiosParameterBlock.JUMP_FAT16,
                MAKER,
                geometry.sectorSize(),
                geometry.clusterSectors(),
                (int) geometry.reservedSectors(),
                geometry.tableCount(),
                geometry.rootEntries(),
                isSmall ? (int) geometry.totalSectors() : 0,
                BiosParameterBlock.MEDIA_FIXED,
                isFat32 ? 0 : (int) geometry.tableSectors(),
                track.sectors(),
                track.heads(),
                format.hiddenSectors(),
                isSmall ? 0 : geometry.totalSectors());
    }

    /**
     * Derive the volume's number from its directories, in which all names, sizes, times and places stand. Not from the
     * files' bytes, which nobody has to read before they are copied.
     */
    private long volumeId(List<byte[]> contents) {
        List<Object> parts = new ArrayList<>(List.of(geometry, format.label()));
        contents.forEach(each -> parts.add(ByteSource.of(each).id()));
        byte[] digest = ContentId.ofRecipe("fat volume id", Integer.BYTES, parts)
                .whole()
                .toBytes();
        return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt());
    }
}
