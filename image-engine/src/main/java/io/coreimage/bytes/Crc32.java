package io.coreimage.bytes;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The two 32-bit checksums that disks use, as unsigned values. */
public final class Crc32 {

    private Crc32() {}

    /** Return the CRC-32 (IEEE 802.3) of some parts one after the other: what GPT uses. */
    public static long ieee(byte[]... parts) {
        return over(new CRC32(), parts);
    }

    /** Return the CRC-32 (IEEE 802.3) of what remains in a buffer, which stays as it is. */
    public static long ieee(ByteBuffer bytes) {
        return over(new CRC32(), bytes);
    }

    /** Return the CRC-32C (Castagnoli) of some parts one after the other. */
    public static long castagnoli(byte[]... parts) {
        return over(new CRC32C(), parts);
    }

    /** Return the CRC-32C (Castagnoli) of what remains in a buffer, which stays as it is. */
    public static long castagnoli(ByteBuffer bytes) {
        return over(new CRC32C(), bytes);
    }

    /** Return the CRC-32C register over some parts without the inversion at the end: what ext4 stores. */
    public static long castagnoliRegister(byte[]... parts) {
        return castagnoli(parts) ^ 0xFFFF_FFFFL;
    }

    private static long over(Checksum sum, byte[]... parts) {
        for (byte[] part : parts) {
            sum.update(part);
        }
        return sum.getValue();
    }

    private static long over(Checksum sum, ByteBuffer bytes) {
        sum.update(bytes.duplicate());
        return sum.getValue();
    }
}
