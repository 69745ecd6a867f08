package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.disk.DiskPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns a layout into the extents of a disk: contents where they are, and everything that says so. */
final class MetadataWriter {

    private final Layout layout;
    private final Geometry geometry;
    private final Ext4Options options;
    private final Ext4Ids ids;
    private final Checksums checksums;
    private final InodeTables tables;
    private final Inodes inodes;
    private final DiskPlan.Builder plan;

    MetadataWriter(Layout layout, Ext4Options options, Ext4Ids ids) {
        this.layout = layout;
        this.geometry = layout.geometry();
        this.options = options;
        this.ids = ids;
        this.checksums = new Checksums(
                geometry.features().checksums(),
                Crc32c.update(Crc32c.START, ids.uuid().toBytes()));
        int last = Math.max(
                Inode.FIRST_ORDINARY,
                layout.placed().stream()
                        .mapToInt(each -> each.member().inode())
                        .max()
                        .orElse(0));
        this.tables = new InodeTables(layout.places(), last);
        this.inodes = new Inodes(geometry, options.created());
        this.plan = DiskPlan.builder(options.size().bytes());
    }

    DiskPlan write() {
        layout.placed().forEach(this::put);
        layout.xattrBlocks().all().forEach((block, shared) -> putBlock(block, shared.toBytes(blockSize(), checksums)));
        Bytes journal = putJournal();
        putResizeInode();
        tables.writeTo(plan);
        List<GroupDescriptor> descriptors = new Descriptors(layout, tables, checksums).writeTo(plan);
        Superblock superblock = new SuperblockChoice(layout, options, ids).choose(tables.free(), journal);
        putCopies(superblock, descriptors);
        return plan.build();
    }

    private int blockSize() {
        return geometry.blockSize();
    }

    private void putBlock(long block, byte[] bytes) {
        plan.put(block * blockSize(), bytes);
    }

    private void put(Placed placed) {
        Member member = placed.member();
        if (placed.directory() != null) {
            putDirectory(placed, placed.directory());
        } else if (member.node() instanceof FileTree.RegularFile file) {
            putContent(placed, file.content());
        } else if (member.node() instanceof FileTree.Symlink symlink) {
            putContent(placed, ByteSource.of(symlink.target().getBytes(StandardCharsets.UTF_8)));
        }
        ExtentTree tree = putTree(member.inode(), placed.leaves(), placed.nodes());
        putInode(member.inode(), inodes.of(placed, tree.root()));
    }

    private void putInode(int number, Inode inode) {
        tables.put(number, inode.sealedFor(number, geometry.inodeSize(), checksums), inode.type() == Inode.DIRECTORY);
    }

    private void putContent(Placed placed, ByteSource content) {
        for (Mapping mapping : placed.mappings()) {
            long from = mapping.logical() * blockSize();
            long count = Math.min(mapping.count() * blockSize(), content.size() - from);
            plan.put(mapping.start() * blockSize(), content.slice(from, count));
        }
    }

    private void putDirectory(Placed placed, DirectoryLayout directory) {
        Member member = placed.member();
        List<byte[]> blocks =
                new DirectoryBlocks(member.inode(), member.parent(), blockSize(), checksums).write(directory);
        for (Mapping mapping : placed.mappings()) {
            for (int i = 0; i < mapping.count(); i++) {
                putBlock(mapping.start() + i, blocks.get((int) mapping.logical() + i));
            }
        }
    }

    private ExtentTree putTree(int inode, List<ExtentLeaf> leaves, List<Long> nodes) {
        ExtentTree tree = ExtentTree.build(leaves, nodes, blockSize(), checksums, checksums.ofInodeNumber(inode, 0));
        tree.nodes().forEach(this::putBlock);
        return tree;
    }

    /** An empty log must not look like one that has to be replayed, whatever was on the disk before: it is zero. */
    private Bytes putJournal() {
        List<Mapping> journal = layout.journal();
        if (journal.isEmpty()) {
            return Bytes.NONE;
        }
        byte[] head = JournalSuperblock.empty(blockSize(), geometry.journalBlocks(), ids.uuid())
                .toBytes();
        for (Mapping mapping : journal) {
            long skipped = mapping.logical() == 0 ? head.length : 0;
            plan.put(
                    mapping.start() * blockSize() + skipped, ByteSource.zeros(mapping.count() * blockSize() - skipped));
        }
        plan.put(journal.get(0).start() * blockSize(), head);
        ExtentTree tree = putTree(Inode.JOURNAL, ExtentTree.leaves(journal), layout.journalNodes());
        putInode(
                Inode.JOURNAL, inodes.journal(tree.root(), layout.journalNodes().size()));
        return tree.root();
    }

    private void putResizeInode() {
        if (layout.resizeBlock() == 0) {
            return;
        }
        ResizeInode resize = new ResizeInode(geometry, layout.resizeBlock());
        resize.blocks().forEach(this::putBlock);
        putInode(Inode.RESIZE, inodes.resize(resize));
    }

    private void putCopies(Superblock superblock, List<GroupDescriptor> descriptors) {
        byte[] table = new byte[geometry.descriptorBlocks() * blockSize()];
        for (int group = 0; group < descriptors.size(); group++) {
            byte[] descriptor = descriptors.get(group).sealedFor(group, geometry.descriptorSize(), checksums);
            System.arraycopy(descriptor, 0, table, group * descriptor.length, descriptor.length);
        }
        ByteSource shared = ByteSource.of(table);
        List<Integer> groups = new ArrayList<>(List.of(0));
        groups.addAll(geometry.copyGroups());
        for (int group : groups) {
            long start = geometry.groupStart(group) * blockSize();
            plan.put(group == 0 ? Superblock.OFFSET : start, superblock.sealedFor(group));
            plan.put(start + blockSize(), shared);
        }
    }
}
