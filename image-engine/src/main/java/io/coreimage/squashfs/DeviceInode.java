package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * A block or character device.
 *
 * <pre>
 * 0 links (4)   4 device (4): bits 8–19 major, bits 0–7 and 20–31 minor   8 xattrs (4), in the extended form only
 * </pre>
 *
 * @param links how many names it has
 * @param device major and minor number as the kernel packs them
 * @param xattrs the index in the table of extended attributes, or {@link Unsigned#NONE_32}
 */
record DeviceInode(long links, long device, long xattrs) implements InodeBody {

    static final int SIZE = 8;

    static DeviceInode of(long links, int major, int minor) {
        long packed = (minor & 0xFF) | ((long) major << 8) | ((long) (minor & 0xFFF00) << 12);
        return new DeviceInode(links, packed, Unsigned.NONE_32);
    }

    static DeviceInode readFrom(ByteBuffer buffer, boolean extended) {
        return new DeviceInode(
                Unsigned.u32(buffer), Unsigned.u32(buffer), extended ? Unsigned.u32(buffer) : Unsigned.NONE_32);
    }

    @Override
    public void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt((int) links).putInt((int) device);
        Unsigned.checkWritten(buffer, start, SIZE);
    }

    int majorNumber() {
        return (int) ((device >> 8) & 0xFFF);
    }

    int minorNumber() {
        return (int) ((device & 0xFF) | ((device >> 12) & 0xFFF00));
    }
}
