package io.coreimage.squashfs;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.Flaw;
import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A squashfs that can be looked into: nothing of it is read before it is asked for, and little is kept.
 *
 * <p>Paths are relative to the root and links are not followed. May be used by several threads at once. What does not
 * have the form of a squashfs gets a {@link MalformedException}, at whatever call comes across it.
 */
public final class Squashfs {

    private static final int FRAGMENT_TABLE_MOST = 1 << 26;

    private final Superblock superblock;
    private final Nodes nodes;
    private final Tables tables;

    private Squashfs(Superblock superblock, Nodes nodes, Tables tables) {
        this.superblock = superblock;
        this.nodes = nodes;
        this.tables = tables;
    }

    /** Open an image; padding may follow the file system. */
    public static Squashfs open(ByteSource image) throws IOException {
        if (image.size() < Superblock.SIZE) {
            throw new MalformedException("squashfs superblock", 0, "ends after " + image.size() + " bytes");
        }
        Superblock superblock = Superblock.readFrom(Unsigned.wrap(Storage.read(image, 0, Superblock.SIZE)));
        superblock.check(image.size());
        Compression compression = Objects.requireNonNull(Compression.ofId(superblock.compressor()));
        Storage storage = new Storage(image, superblock.bytesUsed(), compression);
        MetadataBlocks blocks = new MetadataBlocks(storage);
        IndexedTable ids = new IndexedTable(
                storage, blocks, "squashfs id table", superblock.idTable(), Integer.BYTES, superblock.ids());
        IndexedTable fragments = new IndexedTable(
                storage,
                blocks,
                "squashfs fragment table",
                superblock.fragmentTable(),
                FragmentEntry.SIZE,
                Math.min(superblock.fragments(), FRAGMENT_TABLE_MOST));
        IndexedTable exports = new IndexedTable(
                storage, blocks, "squashfs export table", superblock.exportTable(), Long.BYTES, superblock.inodes());
        DataBlocks data = new DataBlocks(storage, (int) superblock.blockSize(), fragments);
        XattrTable xattrs = XattrTable.open(superblock, storage, blocks);
        Nodes nodes = new Nodes(superblock, blocks, ids, xattrs, data);
        return new Squashfs(superblock, nodes, new Tables(superblock, blocks, ids, fragments, exports, xattrs));
    }

    /** Return the compressor that was used. */
    public Compression compression() {
        return Objects.requireNonNull(Compression.ofId(superblock.compressor()));
    }

    /** Return when the file system was made. */
    public Instant made() {
        return Instant.ofEpochSecond(superblock.time());
    }

    /** Look at all of the image and return what is not as it should be; a sound one has no flaws. */
    public List<Flaw> check() throws IOException {
        return new ImageCheck(superblock, nodes, tables).run();
    }

    /** Return what is at a path, or {@code null} if nothing is. */
    public FileTree.@Nullable Node find(String path) throws IOException {
        Inode inode = inodeAt(path);
        return inode == null ? null : nodes.node(inode, nodes.newBudget());
    }

    /** Return the content of the file at a path, or {@code null} if no file is there. */
    public @Nullable ByteSource content(String path) throws IOException {
        Inode inode = inodeAt(path);
        return inode != null && inode.body() instanceof FileBody file ? nodes.content(inode, file) : null;
    }

    /** Return what is in the directory at a path, by name; refused if no directory is there. */
    public SortedMap<String, FileTree.Node> list(String path) throws IOException {
        Listing listing = nodes.listing(directoryAt(path));
        Budget budget = nodes.newBudget();
        SortedMap<String, FileTree.Node> found = new TreeMap<>();
        for (Listing.Item item = listing.next(); item != null; item = listing.next()) {
            budget.spend(Budget.NODE + item.name().length);
            found.put(nodes.name(item), nodes.node(nodes.inode(item), budget));
        }
        return found;
    }

    /** Return all that is in the image. */
    public FileTree tree() throws IOException {
        return tree("");
    }

    /** Return all that is in the directory at a path, which becomes the root; refused if no directory is there. */
    public FileTree tree(String path) throws IOException {
        Inode inode = inodeAt(path);
        return new TreeWalk(nodes).walk(require(path, inode), directoryAt(path));
    }

    /**
     * Make a folder of all that is in the image; nothing is ever written outside of it.
     *
     * <p>Owners and extended attributes are left out, and what could do harm is refused before anything is written: a
     * link that leads out of the folder, a device.
     */
    public void extract(Path folder) throws IOException {
        new Extraction(tree(), folder).run();
    }

    private DirectoryBody directoryAt(String path) throws IOException {
        if (require(path, inodeAt(path)).body() instanceof DirectoryBody directory) {
            return directory;
        }
        throw new RefusedException("cannot list \"" + path + "\": not a directory of the squashfs");
    }

    private static Inode require(String path, @Nullable Inode inode) {
        if (inode == null) {
            throw new RefusedException("cannot list \"" + path + "\": not in the squashfs");
        }
        return inode;
    }

    private @Nullable Inode inodeAt(String path) throws IOException {
        Inode inode = nodes.root();
        for (String part : TreePath.of(path).parts()) {
            Inode below = inode.body() instanceof DirectoryBody directory ? lookUp(directory, part) : null;
            if (below == null) {
                return null;
            }
            inode = below;
        }
        return inode;
    }

    private @Nullable Inode lookUp(DirectoryBody directory, String name) throws IOException {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        Listing listing = nodes.listing(directory);
        for (Listing.Item item = listing.next(); item != null; item = listing.next()) {
            int order = Arrays.compareUnsigned(item.name(), wanted);
            if (order == 0) {
                return nodes.inode(item);
            }
            if (order > 0) {
                return null;
            }
        }
        return null;
    }
}
