package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * A directory whose listing is small.
 *
 * <pre>
 * 0 listing block (4)   4 links (4)   8 listing size + 3 (2)   10 listing offset (2)   12 parent (4)
 * </pre>
 *
 * @param listingBlock where the metadata block with the listing is, from the start of the directory table
 * @param links 2 and one for each directory in it
 * @param size three more than the listing's size
 * @param listingOffset where the listing starts in the decompressed block
 * @param parent the number of the parent's inode
 */
record DirectoryInode(long listingBlock, long links, long size, int listingOffset, long parent)
        implements DirectoryBody {

    static final int SIZE = 16;
    static final int LARGEST_SIZE = 0xFFFF;

    static DirectoryInode readFrom(ByteBuffer buffer) {
        return new DirectoryInode(
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u32(buffer));
    }

    @Override
    public void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt((int) listingBlock).putInt((int) links);
        buffer.putShort((short) size).putShort((short) listingOffset).putInt((int) parent);
        Unsigned.checkWritten(buffer, start, SIZE);
    }

    @Override
    public long xattrs() {
        return Unsigned.NONE_32;
    }
}
