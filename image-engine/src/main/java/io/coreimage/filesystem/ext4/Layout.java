package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Rounding;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which block is whose: the journal first, then all directories, then what is in them, in the tree's order. Without a
 * byte of content being read.
 */
final class Layout {

    private static final int LOST_AND_FOUND_SIZE = 16 << 10;
    private static final int LOST_AND_FOUND_MAX_BLOCKS = 12;

    /** The kernel counts a file's blocks with 32 bits. */
    private static final long MAX_FILE_BLOCKS = 0xFFFF_FFFFL;

    private final Geometry geometry;
    private final TablePlaces places;
    private final BlockSpace space;
    private final XattrBlocks xattrBlocks;
    private final DirectoryPacker packer;
    private final long resizeBlock;
    private final List<Mapping> journal;
    private final List<Long> journalNodes;
    private final List<Placed> placed = new ArrayList<>();

    private Layout(Geometry geometry, Ext4Ids ids) {
        this.geometry = geometry;
        this.places = TablePlaces.of(geometry);
        this.space = new BlockSpace(places);
        this.xattrBlocks = new XattrBlocks(space);
        this.packer = new DirectoryPacker(
                geometry.blockSize(),
                geometry.features().checksums(),
                geometry.features().compatible(Ext4Features.DIR_INDEX),
                NameHash.of(ids.hashSeed(), true));
        this.resizeBlock = geometry.features().compatible(Ext4Features.RESIZE_INODE) ? space.takeOne() : 0;
        this.journal = Mapping.inOrder(0, space.take(geometry.journalBlocks()));
        this.journalNodes = takeNodes(ExtentTree.leaves(journal));
    }

    static Layout of(List<Member> members, Geometry geometry, Ext4Ids ids) {
        Layout layout = new Layout(geometry, ids);
        members.stream().filter(Member::isDirectory).forEach(layout::placeDirectory);
        members.stream().filter(each -> !each.isDirectory()).forEach(layout::place);
        return layout;
    }

    private void placeDirectory(Member member) {
        int atLeast = Math.min(LOST_AND_FOUND_SIZE / geometry.blockSize(), LOST_AND_FOUND_MAX_BLOCKS);
        DirectoryLayout directory = member.inode() == Inode.FIRST_ORDINARY
                ? packer.packList(member.names(), atLeast)
                : packer.pack(member.names());
        place(member, Mapping.inOrder(0, space.take(directory.blocks())), directory);
    }

    private void place(Member member) {
        place(member, contentMappings(member), null);
    }

    private void place(Member member, List<Mapping> mappings, @Nullable DirectoryLayout directory) {
        MemberXattrs xattrs = MemberXattrs.of(member, geometry.blockSize());
        List<ExtentLeaf> leaves = ExtentTree.leaves(mappings);
        placed.add(new Placed(
                member,
                mappings,
                leaves,
                takeNodes(leaves),
                xattrs.inInode(),
                xattrBlocks.blockFor(xattrs.inBlock()),
                directory));
    }

    private List<Long> takeNodes(List<ExtentLeaf> leaves) {
        List<Long> nodes = new ArrayList<>();
        for (long left = ExtentTree.nodeCount(leaves.size(), geometry.blockSize()); left > 0; left--) {
            nodes.add(space.takeOne());
        }
        return nodes;
    }

    private List<Mapping> contentMappings(Member member) {
        if (member.node() instanceof FileTree.RegularFile file) {
            return fileMappings(member, file.content());
        }
        if (member.node() instanceof FileTree.Symlink symlink && !isShort(symlink)) {
            checkTarget(member, symlink);
            return Mapping.inOrder(0, space.take(1));
        }
        return List.of();
    }

    static boolean isShort(FileTree.Symlink symlink) {
        return symlink.target().getBytes(StandardCharsets.UTF_8).length < Inode.CONTENT_SIZE;
    }

    private void checkTarget(Member member, FileTree.Symlink symlink) {
        if (symlink.target().getBytes(StandardCharsets.UTF_8).length >= geometry.blockSize()) {
            throw new RefusedException("cannot put the symbolic link \"" + member.path()
                    + "\" into an ext4 file system with blocks of " + geometry.blockSize()
                    + " bytes: its target must be shorter than a block");
        }
    }

    private List<Mapping> fileMappings(Member member, ByteSource content) {
        if (Rounding.divideUp(content.size(), geometry.blockSize()) > MAX_FILE_BLOCKS) {
            throw new RefusedException("cannot put \"" + member.path() + "\" into an ext4 file system: its "
                    + content.size() + " bytes are more than a file can have");
        }
        List<Mapping> mappings = new ArrayList<>();
        for (BlockRun logical : dataBlocks(content)) {
            mappings.addAll(Mapping.inOrder(logical.start(), space.take(logical.count())));
        }
        return mappings;
    }

    /** Return the blocks of a file that are not known to be zero. */
    private List<BlockRun> dataBlocks(ByteSource content) {
        List<BlockRun> runs = new ArrayList<>();
        long next = 0;
        for (ByteRange range : content.dataRanges()) {
            long start = Math.max(next, range.from() / geometry.blockSize());
            long end = Rounding.divideUp(range.end(), geometry.blockSize());
            if (start < end) {
                BlockRun.append(runs, new BlockRun(start, end - start));
                next = end;
            }
        }
        return runs;
    }

    Geometry geometry() {
        return geometry;
    }

    TablePlaces places() {
        return places;
    }

    BlockSpace space() {
        return space;
    }

    XattrBlocks xattrBlocks() {
        return xattrBlocks;
    }

    /** Return the block from which the resize inode leads to all others, or zero. */
    long resizeBlock() {
        return resizeBlock;
    }

    List<Mapping> journal() {
        return journal;
    }

    List<Long> journalNodes() {
        return journalNodes;
    }

    List<Placed> placed() {
        return placed;
    }
}
