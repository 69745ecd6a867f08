package io.coreimage.squashfs;

import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Finds inodes by their references. */
final class InodeTable {

    private static final String STRUCTURE = "squashfs inode";
    private static final int PERMISSIONS = 07777;

    /** More blocks than this no file of a snap has; 2 TiB with the usual block size. */
    private static final long MOST_BLOCKS = 1L << 24;

    private final Superblock superblock;
    private final MetadataBlocks blocks;

    InodeTable(Superblock superblock, MetadataBlocks blocks) {
        this.superblock = superblock;
        this.blocks = blocks;
    }

    Inode at(long reference) throws IOException {
        long position = superblock.inodeTable() + Inode.block(reference);
        if (position >= superblock.directoryTable()) {
            throw new MalformedException(STRUCTURE, position, "lies behind the inode table");
        }
        MetadataCursor cursor = new MetadataCursor(blocks, STRUCTURE, position, Inode.offset(reference));
        InodeHeader header = InodeHeader.readFrom(cursor.read(InodeHeader.SIZE));
        int size = Inode.bodySize(header.type());
        if (size == 0) {
            throw cursor.malformed("type " + header.type() + " is not known");
        }
        if ((header.permissions() & ~PERMISSIONS) != 0) {
            throw cursor.malformed("permissions are " + Integer.toOctalString(header.permissions()));
        }
        InodeBody body = Inode.readBody(header.type(), cursor.read(size));
        return new Inode(reference, header, check(body, header, cursor), cursor);
    }

    private InodeBody check(InodeBody body, InodeHeader header, MetadataCursor cursor) throws IOException {
        if (body instanceof FileBody file) {
            checkFile(file, cursor);
        }
        if (body instanceof SymlinkInode link) {
            checkLink(link, cursor);
            return InodeType.isExtended(header.type()) ? link.withXattrs(xattrsBehind(link, cursor)) : link;
        }
        return body;
    }

    private void checkFile(FileBody file, MetadataCursor cursor) {
        if (file.size() < 0 || file.blocks((int) superblock.blockSize()) > MOST_BLOCKS) {
            throw cursor.malformed("file of " + Long.toUnsignedString(file.size()) + " bytes is too large");
        }
        if (file.start() < 0 || file.start() > superblock.bytesUsed()) {
            throw cursor.malformed(
                    "file's blocks start at " + Long.toUnsignedString(file.start()) + ", outside of the file system");
        }
    }

    private static void checkLink(SymlinkInode link, MetadataCursor cursor) {
        if (link.length() == 0 || link.length() > SymlinkInode.LONGEST) {
            throw cursor.malformed("link's target has " + link.length() + " bytes");
        }
    }

    private static long xattrsBehind(SymlinkInode link, MetadataCursor cursor) throws IOException {
        MetadataCursor behind = cursor.copy();
        behind.skip(link.length());
        ByteBuffer index = behind.read(Integer.BYTES);
        return Unsigned.u32(index);
    }
}
