package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * A file below 4 GiB with one name, no holes and no extended attributes.
 *
 * <pre>
 * 0 start (4)   4 fragment (4)   8 offset in fragment (4)   12 size (4)   16 block words
 * </pre>
 *
 * @param start where the first block is stored
 * @param fragment the number of the fragment with the file's end, or {@link Unsigned#NONE_32}
 * @param fragmentOffset where in the fragment the file's end starts
 * @param size the size in bytes
 */
record FileInode(long start, long fragment, long fragmentOffset, long size) implements FileBody {

    static final int SIZE = 16;

    static FileInode readFrom(ByteBuffer buffer) {
        return new FileInode(Unsigned.u32(buffer), Unsigned.u32(buffer), Unsigned.u32(buffer), Unsigned.u32(buffer));
    }

    @Override
    public void writeTo(ByteBuffer buffer) {
        int begin = buffer.position();
        buffer.putInt((int) start)
                .putInt((int) fragment)
                .putInt((int) fragmentOffset)
                .putInt((int) size);
        Unsigned.checkWritten(buffer, begin, SIZE);
    }

    @Override
    public long links() {
        return 1;
    }

    @Override
    public long xattrs() {
        return Unsigned.NONE_32;
    }
}
