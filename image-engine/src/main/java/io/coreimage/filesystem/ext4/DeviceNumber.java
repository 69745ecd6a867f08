package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The number of a device in its inode.
 *
 * <pre>
 * small ones: first word   major (8 bits) │ minor (8 bits)
 * others:     second word  minor's upper 12 bits │ major (12 bits) │ minor's lower 8 bits
 * </pre>
 *
 * @param major which driver
 * @param minor which of its devices
 */
record DeviceNumber(int major, int minor) {

    static final int MAX_MAJOR = 0xFFF;
    static final int MAX_MINOR = 0xF_FFFF;

    static boolean canBe(int major, int minor) {
        return major >= 0 && major <= MAX_MAJOR && minor >= 0 && minor <= MAX_MINOR;
    }

    static Bytes encode(int major, int minor) {
        ByteBuffer words = ByteBuffer.allocate(Inode.CONTENT_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        if (major < 256 && minor < 256) {
            words.putInt(0, (major << 8) | minor);
        } else {
            words.putInt(Integer.BYTES, (minor & 0xFF) | (major << 8) | ((minor & ~0xFF) << 12));
        }
        return Bytes.of(words.array());
    }

    static DeviceNumber decode(Bytes content) {
        ByteBuffer words = content.buffer();
        int small = words.getInt(0);
        if (small != 0) {
            return new DeviceNumber((small >> 8) & 0xFF, small & 0xFF);
        }
        int large = words.getInt(Integer.BYTES);
        return new DeviceNumber((large >> 8) & MAX_MAJOR, (large & 0xFF) | ((large >>> 12) & 0xF_FF00));
    }
}
