package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * One name in a directory.
 *
 * <pre>
 * 0 inode offset (2)   2 number − base (2, with sign)   4 basic type (2)   6 length of name − 1 (2)   8 name
 * </pre>
 *
 * @param inodeOffset where the inode is in its decompressed metadata block
 * @param numberDelta its number, counted from the header's
 * @param type its basic type
 * @param nameLength how many bytes of name follow
 */
record DirectoryEntry(int inodeOffset, int numberDelta, int type, int nameLength) {

    static final int SIZE = 8;
    static final int LONGEST_NAME = 256;

    static DirectoryEntry readFrom(ByteBuffer buffer) {
        return new DirectoryEntry(
                Unsigned.u16(buffer), buffer.getShort(), Unsigned.u16(buffer), Unsigned.u16(buffer) + 1);
    }

    void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putShort((short) inodeOffset).putShort((short) numberDelta);
        buffer.putShort((short) type).putShort((short) (nameLength - 1));
        Unsigned.checkWritten(buffer, start, SIZE);
    }
}
