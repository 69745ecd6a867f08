package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * What every inode starts with.
 *
 * <pre>
 * 0 type (2)   2 permissions (2)   4 owner (2)   6 group (2)   8 modified (4)   12 number (4)
 * </pre>
 *
 * @param type what it is, see {@link InodeType}
 * @param permissions twelve bits
 * @param owner the index of the owner in the id table
 * @param group the index of the group in the id table
 * @param modified seconds of the epoch
 * @param number the inode's number, from 1
 */
record InodeHeader(int type, int permissions, int owner, int group, long modified, long number) {

    static final int SIZE = 16;

    static InodeHeader readFrom(ByteBuffer buffer) {
        return new InodeHeader(
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u32(buffer),
                Unsigned.u32(buffer));
    }

    void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putShort((short) type).putShort((short) permissions);
        buffer.putShort((short) owner).putShort((short) group);
        buffer.putInt((int) modified).putInt((int) number);
        Unsigned.checkWritten(buffer, start, SIZE);
    }
}
