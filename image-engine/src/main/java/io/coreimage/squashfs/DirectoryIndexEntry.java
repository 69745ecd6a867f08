package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * An entry of the index behind the inode of a large directory, by which the kernel finds a name without reading all of
 * the listing.
 *
 * <pre>
 * 0 offset of a header in the listing (4)   4 its metadata block (4)   8 length of name − 1 (4)   12 name
 * </pre>
 *
 * @param listingOffset where a header stands, from the start of the listing
 * @param listingBlock where the metadata block is in which it stands, from the start of the directory table
 * @param nameLength how many bytes of name follow: the first one behind the header
 */
record DirectoryIndexEntry(long listingOffset, long listingBlock, long nameLength) {

    static final int SIZE = 12;

    static DirectoryIndexEntry readFrom(ByteBuffer buffer) {
        return new DirectoryIndexEntry(Unsigned.u32(buffer), Unsigned.u32(buffer), Unsigned.u32(buffer) + 1);
    }

    void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt((int) listingOffset).putInt((int) listingBlock).putInt((int) (nameLength - 1));
        Unsigned.checkWritten(buffer, start, SIZE);
    }
}
