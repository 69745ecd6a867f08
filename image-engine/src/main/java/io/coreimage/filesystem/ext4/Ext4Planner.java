package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.problem.RefusedException;
import java.util.List;

/**
 * Plans file systems: says which byte stands where, without touching a disk and without reading a file.
 *
 * <p>The same tree and options give the same plan, for ever.
 */
public final class Ext4Planner {

    private Ext4Planner() {}

    /** Plan a file system that holds a tree. */
    public static DiskPlan plan(FileTree tree, Ext4Options options) {
        Ext4Ids ids = idsOf(tree, options);
        Layout layout = layout(Census.of(tree, options.created()), options, ids);
        if (layout.space().missing() > 0) {
            throw tooSmall(tree, options, layout);
        }
        return new MetadataWriter(layout, options, ids).write();
    }

    /** Return how full the file system would be. */
    public static Ext4Usage usage(FileTree tree, Ext4Options options) {
        List<Member> members = Census.of(tree, options.created());
        Layout layout = layout(members, options, idsOf(tree, options));
        if (layout.space().missing() > 0) {
            throw tooSmall(tree, options, layout);
        }
        Geometry geometry = layout.geometry();
        return new Ext4Usage(
                geometry.blockSize(),
                geometry.blocks(),
                layout.space().free(),
                geometry.inodes(),
                geometry.inodes() - lastInode(members));
    }

    /**
     * Return a size in whole MiB that holds a tree while one MiB less does not; the size in the options is of no
     * importance, the size of a block is.
     */
    public static Size smallestSize(FileTree tree, Ext4Options options) {
        return new SmallestSize(Census.of(tree, options.created()), options, idsOf(tree, options)).find();
    }

    static Layout layout(List<Member> members, Ext4Options options, Ext4Ids ids) {
        return Layout.of(members, Geometry.of(options, lastInode(members)), ids);
    }

    static int lastInode(List<Member> members) {
        return members.stream().mapToInt(Member::inode).max().orElse(Inode.FIRST_ORDINARY);
    }

    private static RefusedException tooSmall(FileTree tree, Ext4Options options, Layout layout) {
        long missing = layout.space().missing() * layout.geometry().blockSize();
        return new RefusedException(
                "cannot fit the files into an ext4 file system of " + options.size() + ": " + missing
                        + " bytes are missing",
                "Make it at least " + smallestSize(tree, options) + " large.");
    }

    private static Ext4Ids idsOf(FileTree tree, Ext4Options options) {
        Ext4Ids given = options.ids();
        return given != null ? given : Ext4Ids.named(describe(tree, options));
    }

    /** Everything that the file system is made of goes into its ids, except its size. */
    private static String describe(FileTree tree, Ext4Options options) {
        Digest digest = TreeDigest.of(tree);
        return String.join(
                "\0",
                digest.toString(),
                options.label(),
                options.features().toString(),
                options.created().toString());
    }
}
