package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands in a file system, in words: its counts, its groups, its inodes with their blocks and names. At the end the
 * digest of all bytes, so that no other byte changes unseen.
 */
final class VolumeDump {

    private final Volume volume;
    private final StringBuilder text = new StringBuilder();

    private VolumeDump(Volume volume) {
        this.volume = volume;
    }

    static String of(ByteSource disk) throws IOException {
        VolumeDump dump = new VolumeDump(Volume.open(disk, Findings.throwing()));
        dump.dumpSuperblock();
        dump.dumpGroups();
        InodeSurvey survey = new InodeSurvey(Volume.open(disk, Findings.throwing()));
        survey.run();
        for (long number : survey.facts().keySet()) {
            dump.dumpInode(number);
        }
        dump.line("sha256 %s", Trees.digest(disk).hex());
        return dump.text.toString();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void dumpSuperblock() {
        Superblock superblock = volume.superblock();
        line(
                "label \"%s\", uuid %s",
                superblock.identity().label(), superblock.identity().uuid());
        line("hash seed %s, features %s", superblock.journal().hashSeed(), superblock.features());
        line(
                "%d blocks of %d from %d on, %d free, %d reserved, %d overhead",
                superblock.blocks(),
                superblock.blockSize(),
                superblock.counts().firstDataBlock(),
                superblock.freeBlocks(),
                superblock.reservedBlocks(),
                superblock.additions().overheadBlocks());
        line(
                "%d inodes of %d, %d free",
                superblock.counts().inodes(),
                superblock.identity().inodeSize(),
                superblock.counts().freeInodes());
        line(
                "%d blocks for more descriptors, copies in %s, %08x",
                superblock.journal().reservedGdtBlocks(), volume.geometry().copyGroups(), superblock.checksum());
    }

    private void dumpGroups() {
        for (int group = 0; group < volume.geometry().groups(); group++) {
            GroupDescriptor each = volume.descriptors().get(group);
            line("group %d from %d on", group, volume.geometry().groupStart(group));
            line("  bitmaps %d %d, inodes at %d", each.blockBitmap(), each.inodeBitmap(), each.inodeTable());
            line(
                    "  %d blocks free, %d inodes free, %d never used, %d directories",
                    each.freeBlocks(), each.freeInodes(), each.unusedInodes(), each.directories());
            line(
                    "  flags %x, %08x %08x %04x",
                    each.flags(), each.blockBitmapChecksum(), each.inodeBitmapChecksum(), each.checksum());
        }
    }

    private void dumpInode(long number) throws IOException {
        Inode inode = volume.inode(number);
        line("inode %d mode %o of %d:%d", number, inode.mode(), inode.uid(), inode.gid());
        line("  %d bytes, %d names, %d units, flags %x", inode.size(), inode.links(), inode.blocks(), inode.flags());
        line("  modified %s, created %s, %08x", inode.modified(), inode.created(), inode.checksum());
        FileMap map = number == Inode.RESIZE ? FileMap.NOTHING : FileMapReader.read(volume, number, inode);
        dumpMap(map);
        switch (inode.type()) {
            case Inode.DIRECTORY -> dumpNames(new DirectoryReader(volume, number, inode).read(map), inode);
            case Inode.CHARACTER_DEVICE, Inode.BLOCK_DEVICE -> line("  %s", DeviceNumber.decode(inode.content()));
            case Inode.SYMLINK -> line("  target %s", target(inode, map));
            default -> {}
        }
        for (Xattr each : new XattrReader(volume, number).read(inode)) {
            line(
                    "  %s%s = %s (%08x)",
                    each.prefix().text(),
                    each.name(),
                    new String(each.value().toArray(), StandardCharsets.UTF_8),
                    each.hash());
        }
        if (inode.xattrBlock() != 0) {
            XattrHeader header = XattrHeader.readFrom(ByteBuffer.wrap(volume.block(inode.xattrBlock())));
            line("  attributes in block %d of %d users, %08x", inode.xattrBlock(), header.users(), header.hash());
        }
    }

    private String target(Inode inode, FileMap map) throws IOException {
        byte[] content = map.mappings().isEmpty()
                ? inode.content().toArray()
                : volume.block(map.mappings().get(0).start());
        return new String(content, 0, (int) inode.size(), StandardCharsets.UTF_8);
    }

    private void dumpMap(FileMap map) {
        for (Mapping each : map.mappings()) {
            line("  %d+%d at %d", each.logical(), each.count(), each.start());
        }
        if (!map.nodes().isEmpty()) {
            line("  mapped by %s", map.nodes());
        }
    }

    private void dumpNames(DirectoryReader directory, Inode inode) {
        for (Map.Entry<Long, byte[]> each : directory.index().entrySet()) {
            int offset = each.getKey() == 0 ? HashIndex.ROOT_OFFSET : HashIndex.NODE_OFFSET;
            HashIndex index =
                    HashIndex.readFrom(ByteBuffer.wrap(each.getValue()).position(offset));
            line("  index in %d, up to %d: %s", each.getKey(), index.limit(), entries(index.entries()));
        }
        for (DirectoryReader.Located each : directory.names()) {
            Name name = each.name();
            String block = inode.has(Inode.INDEX) ? " in " + each.block() : "";
            line("  %s is %d, type %d%s", name.text(), name.inode(), name.type(), block);
        }
    }

    private static String entries(List<HashIndex.Entry> entries) {
        return entries.stream()
                .map(each -> String.format(Locale.ROOT, "%08x→%d", each.hash(), each.block()))
                .collect(Collectors.joining(" "));
    }
}
