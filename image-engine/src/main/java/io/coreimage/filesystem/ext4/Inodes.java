package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Fills in the inodes of a new file system. */
final class Inodes {

    private static final int UNIT = 512;
    private static final int PRIVATE = Inode.REGULAR | 0600;

    private final Geometry geometry;
    private final Instant created;

    Inodes(Geometry geometry, Instant created) {
        this.geometry = geometry;
        this.created = created;
    }

    /** Return the inode of a member whose extents have the given root. */
    Inode of(Placed placed, Bytes extents) {
        Member member = placed.member();
        boolean mapped = isMapped(member.node());
        return inode(
                member.mode(),
                member.attributes(),
                size(placed),
                member.links(),
                placed.blocks(),
                (mapped ? Inode.EXTENTS : 0)
                        | (placed.directory() != null && placed.directory().hasIndex() ? Inode.INDEX : 0),
                mapped ? extents : content(member.node()),
                placed.xattrBlock(),
                placed.xattrs());
    }

    Inode journal(Bytes extents, int nodes) {
        return inode(
                PRIVATE,
                Attributes.of(0, created),
                (long) geometry.journalBlocks() * geometry.blockSize(),
                1,
                geometry.journalBlocks() + nodes,
                Inode.EXTENTS,
                extents,
                0,
                XattrSet.NONE);
    }

    Inode resize(ResizeInode resize) {
        return inode(
                PRIVATE,
                Attributes.of(0, created),
                resize.size(),
                1,
                resize.blockCount(),
                0,
                resize.content(),
                0,
                XattrSet.NONE);
    }

    private Inode inode(
            int mode,
            Attributes attributes,
            long size,
            int links,
            long blocks,
            int flags,
            Bytes content,
            long xattrBlock,
            XattrSet xattrs) {
        Instant time = attributes.modified();
        return new Inode(
                mode,
                attributes.uid(),
                size,
                time,
                time,
                time,
                0,
                attributes.gid(),
                links,
                blocks * (geometry.blockSize() / UNIT),
                flags,
                content,
                0,
                xattrBlock,
                Inode.EXTRA_SIZE,
                0,
                time,
                0,
                0,
                xattrs.inInode(MemberXattrs.ROOM_IN_INODE));
    }

    private static boolean isMapped(FileTree.Node node) {
        return node instanceof FileTree.Directory
                || node instanceof FileTree.RegularFile
                || (node instanceof FileTree.Symlink symlink && !Layout.isShort(symlink));
    }

    private long size(Placed placed) {
        FileTree.Node node = placed.member().node();
        if (placed.directory() != null) {
            return (long) placed.directory().blocks() * geometry.blockSize();
        }
        if (node instanceof FileTree.RegularFile file) {
            return file.content().size();
        }
        return node instanceof FileTree.Symlink symlink ? symlink.target().getBytes(StandardCharsets.UTF_8).length : 0;
    }

    /** Return what an inode holds in place of extents: the target of a short link, or a device's number. */
    private static Bytes content(FileTree.Node node) {
        if (node instanceof FileTree.Symlink symlink) {
            return Bytes.of(Arrays.copyOf(symlink.target().getBytes(StandardCharsets.UTF_8), Inode.CONTENT_SIZE));
        }
        return node instanceof FileTree.Device device
                ? DeviceNumber.encode(device.major(), device.minor())
                : Bytes.zeros(Inode.CONTENT_SIZE);
    }
}
