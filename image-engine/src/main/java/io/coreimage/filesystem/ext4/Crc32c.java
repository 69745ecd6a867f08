package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * CRC-32C as ext4 uses it: a register that starts from a given value and is not inverted at the end.
 */
final class Crc32c {

    /** The register's value before the first byte. */
    static final int START = ~0;

    private static final int POLYNOMIAL = 0x82F6_3B78;
    private static final int[] TABLE = table();

    /** Where in the table the value with a given upper byte stands. */
    private static final int[] INDEX = index();

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

    private static int[] index() {
        int[] index = new int[TABLE.length];
        for (int i = 0; i < TABLE.length; i++) {
            index[TABLE[i] >>> 24] = i;
        }
        return index;
    }

    static int update(int register, byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        setRegister(crc, register);
        crc.update(bytes, offset, length);
        return ~(int) crc.getValue();
    }

    /** The JDK's class always starts from {@link #START}; four bytes lead from there to any value. */
    private static void setRegister(CRC32C crc, int register) {
        int before = register;
        for (int i = 0; i < Integer.BYTES; i++) {
            int index = INDEX[before >>> 24];
            before = ((before ^ TABLE[index]) << 8) | index;
        }
        int prefix = before ^ START;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            crc.update(prefix >>> shift);
        }
    }

    static int update(int register, byte[] bytes) {
        return update(register, bytes, 0, bytes.length);
    }

    /** Take in part of a buffer, by absolute offsets. */
    static int update(int register, ByteBuffer bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        setRegister(crc, register);
        crc.update(bytes.duplicate().position(offset).limit(offset + length));
        return ~(int) crc.getValue();
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
