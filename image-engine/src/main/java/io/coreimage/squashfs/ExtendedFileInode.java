package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * A file that is large, sparse, has several names or extended attributes.
 *
 * <pre>
 *  0 start (8)    8 size (8)   16 sparse bytes (8)   24 links (4)   28 fragment (4)
 * 32 offset in fragment (4)   36 xattrs (4)   40 block words
 * </pre>
 *
 * @param start where the first block is stored
 * @param size the size in bytes
 * @param sparse how many bytes are in holes
 * @param links how many names it has
 * @param fragment the number of the fragment with the file's end, or {@link Unsigned#NONE_32}
 * @param fragmentOffset where in the fragment the file's end starts
 * @param xattrs the index in the table of extended attributes, or {@link Unsigned#NONE_32}
 */
record ExtendedFileInode(
        long start, long size, long sparse, long links, long fragment, long fragmentOffset, long xattrs)
        implements FileBody {

    static final int SIZE = 40;

    static ExtendedFileInode readFrom(ByteBuffer buffer) {
        return new ExtendedFileInode(
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u32(buffer));
    }

    @Override
    public void writeTo(ByteBuffer buffer) {
        int begin = buffer.position();
        buffer.putLong(start).putLong(size).putLong(sparse).putInt((int) links);
        buffer.putInt((int) fragment).putInt((int) fragmentOffset).putInt((int) xattrs);
        Unsigned.checkWritten(buffer, begin, SIZE);
    }
}
