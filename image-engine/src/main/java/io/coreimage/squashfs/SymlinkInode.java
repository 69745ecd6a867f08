package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * A symbolic link.
 *
 * <pre>
 * 0 links (4)   4 length of the target (4)   8 target   … xattrs (4), in the extended form only
 * </pre>
 *
 * @param links how many names it has
 * @param length how long the target is
 * @param xattrs the index in the table of extended attributes, or {@link Unsigned#NONE_32}; stands behind the target
 */
record SymlinkInode(long links, long length, long xattrs) implements InodeBody {

    static final int SIZE = 8;
    static final int LONGEST = 65535;

    static SymlinkInode readFrom(ByteBuffer buffer) {
        return new SymlinkInode(Unsigned.u32(buffer), Unsigned.u32(buffer), Unsigned.NONE_32);
    }

    @Override
    public void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt((int) links).putInt((int) length);
        Unsigned.checkWritten(buffer, start, SIZE);
    }

    SymlinkInode withXattrs(long other) {
        return new SymlinkInode(links, length, other);
    }
}
