package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * A named pipe or a socket.
 *
 * <pre>
 * 0 links (4)   4 xattrs (4), in the extended form only
 * </pre>
 *
 * @param links how many names it has
 * @param xattrs the index in the table of extended attributes, or {@link Unsigned#NONE_32}
 */
record IpcInode(long links, long xattrs) implements InodeBody {

    static final int SIZE = 4;

    static IpcInode readFrom(ByteBuffer buffer, boolean extended) {
        return new IpcInode(Unsigned.u32(buffer), extended ? Unsigned.u32(buffer) : Unsigned.NONE_32);
    }

    @Override
    public void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt((int) links);
        Unsigned.checkWritten(buffer, start, SIZE);
    }
}
