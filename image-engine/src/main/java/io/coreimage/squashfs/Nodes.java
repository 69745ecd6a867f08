package io.coreimage.squashfs;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Turns what an image says of a file into what a tree says of it. */
final class Nodes {

    private final Superblock superblock;
    private final MetadataBlocks blocks;
    private final InodeTable inodes;
    private final IndexedTable ids;
    private final @Nullable XattrTable xattrs;
    private final DataBlocks data;

    Nodes(
            Superblock superblock,
            MetadataBlocks blocks,
            IndexedTable ids,
            @Nullable XattrTable xattrs,
            DataBlocks data) {
        this.superblock = superblock;
        this.blocks = blocks;
        this.inodes = new InodeTable(superblock, blocks);
        this.ids = ids;
        this.xattrs = xattrs;
        this.data = data;
    }

    Budget newBudget() {
        return new Budget(superblock.bytesUsed());
    }

    long blockMisses() {
        return blocks.misses();
    }

    Inode root() throws IOException {
        Inode root = inodes.at(superblock.root());
        if (!root.isDirectory()) {
            throw root.rest().malformed("the root is no directory");
        }
        return root;
    }

    Listing listing(DirectoryBody directory) {
        return new Listing(superblock, blocks, directory);
    }

    Inode inode(Listing.Item item) throws IOException {
        Inode inode = inodes.at(item.inode());
        if (InodeType.basic(inode.header().type()) != item.type()) {
            throw inode.rest()
                    .malformed("\"" + Names.printable(item.name()) + "\" has type "
                            + inode.header().type() + ", its directory says " + item.type());
        }
        return inode;
    }

    String name(Listing.Item item) {
        String text = Names.decode(item.name());
        if (text == null) {
            throw new MalformedException(
                    "squashfs directory",
                    superblock.directoryTable(),
                    "name \"" + Names.printable(item.name()) + "\" is no UTF-8");
        }
        return text;
    }

    FileTree.Attributes attributes(Inode inode, Budget budget) throws IOException {
        InodeHeader header = inode.header();
        return new FileTree.Attributes(
                header.permissions(),
                Unsigned.u32(ids.entry(header.owner())),
                Unsigned.u32(ids.entry(header.group())),
                Instant.ofEpochSecond(header.modified()),
                xattrs == null
                        ? Collections.emptySortedMap()
                        : xattrs.read(inode.body().xattrs(), budget));
    }

    FileTree.Node node(Inode inode, Budget budget) throws IOException {
        FileTree.Attributes attributes = attributes(inode, budget);
        InodeBody body = inode.body();
        if (body instanceof DirectoryBody) {
            return new FileTree.Directory(attributes);
        }
        if (body instanceof FileBody file) {
            return new FileTree.RegularFile(attributes, content(inode, file));
        }
        if (body instanceof SymlinkInode link) {
            return new FileTree.Symlink(attributes, target(inode, link, budget));
        }
        return special(inode, attributes);
    }

    private static FileTree.Node special(Inode inode, FileTree.Attributes attributes) {
        int type = InodeType.basic(inode.header().type());
        if (inode.body() instanceof DeviceInode device) {
            boolean block = type == InodeType.BLOCK_DEVICE;
            return new FileTree.Device(attributes, block, device.majorNumber(), device.minorNumber());
        }
        return type == InodeType.FIFO ? new FileTree.Fifo(attributes) : new FileTree.Socket(attributes);
    }

    ByteSource content(Inode inode, FileBody file) {
        return file.size() == 0 ? ByteSource.zeros(0) : new StoredFile(data, inode, file);
    }

    private static String target(Inode inode, SymlinkInode link, Budget budget) throws IOException {
        budget.spend(link.length());
        byte[] target = inode.rest().copy().read((int) link.length()).array();
        String text = Names.decode(target);
        if (text == null || text.indexOf('\0') >= 0) {
            throw inode.rest().malformed("link's target \"" + Names.printable(target) + "\" is no text");
        }
        return text;
    }
}
