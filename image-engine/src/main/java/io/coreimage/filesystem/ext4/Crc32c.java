package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;

/**
 * CRC-32C as ext4 uses it: a register that starts from a given value and is not inverted at the end. The JDK's class
 * can do neither.
 */
final class Crc32c {

    /** The register's value before the first byte. */
    static final int START = ~0;

    private static final int POLYNOMIAL = 0x82F6_3B78;
    private static final int[] TABLE = table();

    private Crc32c() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int register = i;
            for (int bit = 0; bit < 8; bit++) {
                register = (register >>> 1) ^ ((register & 1) * POLYNOMIAL);
            }
            table[i] = register;
        }
        return table;
    }

    static int update(int register, byte[] bytes, int offset, int length) {
        int next = register;
        for (int i = offset; i < offset + length; i++) {
            next = TABLE[(next ^ bytes[i]) & 0xFF] ^ (next >>> 8);
        }
        return next;
    }

    static int update(int register, byte[] bytes) {
        return update(register, bytes, 0, bytes.length);
    }

    /** Take in part of a buffer, by absolute offsets. */
    static int update(int register, ByteBuffer bytes, int offset, int length) {
        int next = register;
        for (int i = offset; i < offset + length; i++) {
            next = TABLE[(next ^ bytes.get(i)) & 0xFF] ^ (next >>> 8);
        }
        return next;
    }

    /** Take in a 32-bit number in little-endian order. */
    static int updateInt(int register, int value) {
        int next = register;
        for (int shift = 0; shift < 32; shift += 8) {
            next = TABLE[(next ^ (value >>> shift)) & 0xFF] ^ (next >>> 8);
        }
        return next;
    }

    /** Take in a 64-bit number in little-endian order. */
    static int updateLong(int register, long value) {
        return updateInt(updateInt(register, (int) value), (int) (value >>> 32));
    }
}
