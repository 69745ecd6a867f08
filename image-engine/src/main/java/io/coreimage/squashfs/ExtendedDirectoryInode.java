package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * A directory with a large listing, an index or extended attributes.
 *
 * <pre>
 *  0 links (4)    4 listing size + 3 (4)   8 listing block (4)   12 parent (4)
 * 16 index entries (2)   18 listing offset (2)   20 xattrs (4)   24 index
 * </pre>
 *
 * @param links 2 and one for each directory in it
 * @param size three more than the listing's size
 * @param listingBlock where the metadata block with the listing is, from the start of the directory table
 * @param parent the number of the parent's inode
 * @param indexEntries how many entries the index has
 * @param listingOffset where the listing starts in the decompressed block
 * @param xattrs the index in the table of extended attributes, or {@link Unsigned#NONE_32}
 */
record ExtendedDirectoryInode(
        long links, long size, long listingBlock, long parent, int indexEntries, int listingOffset, long xattrs)
        implements DirectoryBody {

    static final int SIZE = 24;

    static ExtendedDirectoryInode readFrom(ByteBuffer buffer) {
        return new ExtendedDirectoryInode(
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u32(buffer));
    }

    @Override
    public void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt((int) links).putInt((int) size).putInt((int) listingBlock).putInt((int) parent);
        buffer.putShort((short) indexEntries).putShort((short) listingOffset).putInt((int) xattrs);
        Unsigned.checkWritten(buffer, start, SIZE);
    }
}
