package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The start of a block of extended attributes; little-endian.
 *
 * <pre>
 * 00 ┌ magic EA020000 ┬ users ┬ blocks (1) ┬ hash
 * 10 ├ checksum ┬ zero (12 bytes)
 * 20 └ entries …                              20 = SIZE
 * </pre>
 *
 * @param magic {@link #MAGIC}; in an inode it is all there is of a header
 * @param users how many inodes share the block
 * @param blocks one
 * @param hash of all entries, zero if one of them has none
 * @param checksum over the whole block
 */
record XattrHeader(long magic, long users, long blocks, long hash, int checksum) {

    static final int SIZE = 32;
    static final long MAGIC = 0xEA02_0000L;
    static final int CHECKSUM_OFFSET = 0x10;

    /** How many inodes may share a block. */
    static final int MAX_USERS = 1024;

    static XattrHeader readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        XattrHeader header = new XattrHeader(
                Unsigned.getInt(in), Unsigned.getInt(in), Unsigned.getInt(in), Unsigned.getInt(in), in.getInt());
        Unsigned.skip(in, SIZE - CHECKSUM_OFFSET - Integer.BYTES);
        return header;
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.putInt((int) magic)
                .putInt((int) users)
                .putInt((int) blocks)
                .putInt((int) hash)
                .putInt(checksum);
        out.put(new byte[SIZE - CHECKSUM_OFFSET - Integer.BYTES]);
        Unsigned.checkWritten(out, start, SIZE);
    }
}
