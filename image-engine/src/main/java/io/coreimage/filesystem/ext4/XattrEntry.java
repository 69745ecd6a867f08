package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An extended attribute without its value; little-endian. Four zero bytes stand behind the last one.
 *
 * <pre>
 * 0 ┌ name length ┬ prefix ┬ value offset (2) ┬ value inode (0)
 * 8 ├ value size ┬ hash
 * 10 └ name … filled up to a multiple of four
 * </pre>
 *
 * @param prefix the number of the name's beginning
 * @param valueOffset where the value starts: in a block from its start, in an inode from the first entry
 * @param valueInode the inode of a very large value; zero
 * @param valueSize how many bytes the value has
 * @param hash of name and value
 * @param name the rest of the name
 */
record XattrEntry(int prefix, int valueOffset, long valueInode, long valueSize, int hash, Bytes name) {

    static final int HEADER_SIZE = 16;

    static int sizeFor(int nameLength) {
        return HEADER_SIZE + Xattr.padded(nameLength);
    }

    /** Read an entry; the caller has checked that header and name lie within the buffer. */
    static XattrEntry readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int nameLength = Unsigned.getByte(in);
        int prefix = Unsigned.getByte(in);
        int valueOffset = Unsigned.getShort(in);
        long valueInode = Unsigned.getInt(in);
        long valueSize = Unsigned.getInt(in);
        int hash = in.getInt();
        return new XattrEntry(prefix, valueOffset, valueInode, valueSize, hash, Bytes.readFrom(in, nameLength));
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.put((byte) name.length())
                .put((byte) prefix)
                .putShort((short) valueOffset)
                .putInt((int) valueInode);
        out.putInt((int) valueSize).putInt(hash);
        name.writeTo(out);
        out.put(new byte[start + sizeFor(name.length()) - out.position()]);
    }
}
