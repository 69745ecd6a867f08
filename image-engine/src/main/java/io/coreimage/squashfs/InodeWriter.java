package io.coreimage.squashfs;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes inodes and listings: what is in a directory, then the directory, so that each listing can name places.
 *
 * <p>Inodes are numbered in the order of the tree, the root last.
 */
final class InodeWriter {

    private final FileTree tree;
    private final Map<TreePath, FileLayout> layouts;
    private final MetadataWriter inodeTable;
    private final MetadataWriter directoryTable;
    private final IdTable ids;
    private final Map<TreePath, List<FileTree.Entry>> children = new HashMap<>();
    private final Map<TreePath, Long> numbers = new HashMap<>();
    private final Map<TreePath, Integer> names = new HashMap<>();
    private final Map<TreePath, Long> references = new HashMap<>();

    InodeWriter(
            FileTree tree,
            Map<TreePath, FileLayout> layouts,
            MetadataWriter inodeTable,
            MetadataWriter directoryTable,
            IdTable ids) {
        this.tree = tree;
        this.layouts = layouts;
        this.inodeTable = inodeTable;
        this.directoryTable = directoryTable;
        this.ids = ids;
        tree.entries().forEach(this::note);
        numbers.put(TreePath.ROOT, (long) numbers.size() + 1);
    }

    private void note(FileTree.Entry entry) {
        TreePath parent = entry.path().parent();
        if (parent != null) {
            children.computeIfAbsent(parent, path -> new ArrayList<>()).add(entry);
            names.merge(original(entry), 1, Integer::sum);
            if (!(entry.node() instanceof FileTree.HardLink)) {
                numbers.put(entry.path(), (long) numbers.size() + 1);
            }
        }
    }

    private static TreePath original(FileTree.Entry entry) {
        return entry.node() instanceof FileTree.HardLink link ? link.target() : entry.path();
    }

    /** Write everything and return the reference of the root. */
    long write() throws IOException {
        return writeDirectory(TreePath.ROOT, (FileTree.Directory) node(TreePath.ROOT), numbers.size() + 1L);
    }

    private FileTree.Node node(TreePath path) {
        return Objects.requireNonNull(tree.find(path.toString()));
    }

    /** Return the references of all inodes by their numbers, from 1. */
    long[] exports() {
        long[] exports = new long[numbers.size()];
        numbers.forEach((path, number) -> exports[(int) (number - 1)] = Objects.requireNonNull(references.get(path)));
        return exports;
    }

    private long number(TreePath path) {
        return Objects.requireNonNull(numbers.get(path));
    }

    private long writeDirectory(TreePath path, FileTree.Directory directory, long parent) throws IOException {
        List<FileTree.Entry> entries = children.getOrDefault(path, List.of());
        int folders = 0;
        for (FileTree.Entry each : entries) {
            if (each.node() instanceof FileTree.Directory below) {
                writeDirectory(each.path(), below, number(path));
                folders++;
            } else {
                writeOnce(original(each));
            }
        }
        long start = directoryTable.reference();
        ListingWriter listing = new ListingWriter(directoryTable);
        long size = writeListing(listing, entries) + (long) DirectoryBody.UNSTORED;
        DirectoryBody body = size <= DirectoryInode.LARGEST_SIZE && listing.indexEntries() == 0
                ? new DirectoryInode(Inode.block(start), folders + 2L, size, Inode.offset(start), parent)
                : new ExtendedDirectoryInode(
                        folders + 2L,
                        size,
                        Inode.block(start),
                        parent,
                        listing.indexEntries(),
                        Inode.offset(start),
                        Unsigned.NONE_32);
        return writeInode(path, directory.attributes(), InodeType.DIRECTORY, body, listing.index());
    }

    private int writeListing(ListingWriter listing, List<FileTree.Entry> entries) throws IOException {
        for (FileTree.Entry each : entries) {
            TreePath path = original(each);
            long reference = Objects.requireNonNull(references.get(path));
            listing.add(each.path().name(), reference, number(path), type(node(path)));
        }
        return listing.finish();
    }

    private static int type(FileTree.Node node) {
        if (node instanceof FileTree.Directory) {
            return InodeType.DIRECTORY;
        }
        if (node instanceof FileTree.RegularFile) {
            return InodeType.FILE;
        }
        if (node instanceof FileTree.Symlink) {
            return InodeType.SYMLINK;
        }
        if (node instanceof FileTree.Device device) {
            return device.block() ? InodeType.BLOCK_DEVICE : InodeType.CHARACTER_DEVICE;
        }
        return node instanceof FileTree.Fifo ? InodeType.FIFO : InodeType.SOCKET;
    }

    private void writeOnce(TreePath path) throws IOException {
        if (!references.containsKey(path)) {
            writeLeaf(path, node(path), Objects.requireNonNull(names.get(path)));
        }
    }

    private void writeLeaf(TreePath path, FileTree.Node node, int links) throws IOException {
        if (node instanceof FileTree.RegularFile file) {
            FileLayout layout = Objects.requireNonNull(layouts.get(path));
            writeInode(path, file.attributes(), InodeType.FILE, layout.inode(links), layout.words());
        } else if (node instanceof FileTree.Symlink link) {
            byte[] target = target(path, link);
            SymlinkInode body = new SymlinkInode(links, target.length, Unsigned.NONE_32);
            writeInode(path, link.attributes(), InodeType.SYMLINK, body, target);
        } else if (node instanceof FileTree.Device device) {
            DeviceInode body = DeviceInode.of(links, device.major(), device.minor());
            writeInode(path, device.attributes(), type(node), body, new byte[0]);
        } else {
            FileTree.Attributes attributes =
                    node instanceof FileTree.Fifo fifo ? fifo.attributes() : ((FileTree.Socket) node).attributes();
            writeInode(path, attributes, type(node), new IpcInode(links, Unsigned.NONE_32), new byte[0]);
        }
    }

    private static byte[] target(TreePath path, FileTree.Symlink link) {
        byte[] target = link.target().getBytes(StandardCharsets.UTF_8);
        if (target.length == 0 || target.length > SymlinkInode.LONGEST) {
            throw new RefusedException(
                    "cannot write a squashfs: the target of the link \"" + path + "\" has " + target.length + " bytes");
        }
        return target;
    }

    private long writeInode(TreePath path, FileTree.Attributes attributes, int type, InodeBody body, byte[] behind)
            throws IOException {
        boolean extended = body instanceof ExtendedDirectoryInode || body instanceof ExtendedFileInode;
        InodeHeader header = new InodeHeader(
                extended ? type + InodeType.EXTENDED : type,
                attributes.mode(),
                ids.index(attributes.uid()),
                ids.index(attributes.gid()),
                Times.seconds(attributes.modified()),
                number(path));
        ByteBuffer buffer = Unsigned.allocate(InodeHeader.SIZE + ExtendedFileInode.SIZE);
        header.writeTo(buffer);
        body.writeTo(buffer);
        long reference = inodeTable.reference();
        references.put(path, reference);
        inodeTable.write(buffer.flip());
        inodeTable.write(behind);
        return reference;
    }
}
