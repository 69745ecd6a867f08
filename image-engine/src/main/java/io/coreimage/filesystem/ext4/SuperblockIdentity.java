package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which file system this is, and what it makes use of; the superblock's bytes 054 to 087, little-endian.
 *
 * <pre>
 * 054 ┌ firstInode ┬ inodeSize (2) ┬ group (2) ┬ compatible ┬ incompatible ┬ readOnlyCompatible ┬ uuid (16)
 * 078 ├ label (16)
 * 088
 * </pre>
 *
 * <p>Where no size is written it is 4.
 *
 * @param firstInode the first inode that is nothing special
 * @param inodeSize the size of an inode in bytes
 * @param group the group that this copy stands in
 * @param compatible features
 * @param incompatible features
 * @param readOnlyCompatible features
 * @param uuid the name of this very file system
 * @param label the name as people read it
 */
record SuperblockIdentity(
        long firstInode,
        int inodeSize,
        int group,
        long compatible,
        long incompatible,
        long readOnlyCompatible,
        Guid uuid,
        String label) {

    static final int SIZE = 52;

    static SuperblockIdentity readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new SuperblockIdentity(
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Guid.readFrom(in),
                getLabel(in));
    }

    private static String getLabel(ByteBuffer in) {
        byte[] text = new byte[Ext4Options.MAX_LABEL_LENGTH];
        in.get(text);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    private static void putLabel(ByteBuffer out, String text) {
        out.put(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), Ext4Options.MAX_LABEL_LENGTH));
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.putInt((int) firstInode);
        out.putShort((short) inodeSize);
        out.putShort((short) group);
        out.putInt((int) compatible);
        out.putInt((int) incompatible);
        out.putInt((int) readOnlyCompatible);
        out.put(uuid.toBytes());
        putLabel(out, label);
        Unsigned.checkWritten(out, start, SIZE);
    }
}
