package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * What stands before a run of entries of a directory whose inodes are in one metadata block.
 *
 * <pre>
 * 0 entries − 1 (4)   4 inode block (4)   8 base inode number (4)
 * </pre>
 *
 * @param count how many entries follow, at most 256
 * @param inodeBlock where their inodes' metadata block is, from the start of the inode table
 * @param baseNumber the inode number that theirs are counted from
 */
record DirectoryHeader(long count, long inodeBlock, long baseNumber) {

    static final int SIZE = 12;
    static final int MOST_ENTRIES = 256;

    static DirectoryHeader readFrom(ByteBuffer buffer) {
        return new DirectoryHeader(Unsigned.u32(buffer) + 1, Unsigned.u32(buffer), Unsigned.u32(buffer));
    }

    void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt((int) (count - 1)).putInt((int) inodeBlock).putInt((int) baseNumber);
        Unsigned.checkWritten(buffer, start, SIZE);
    }
}
