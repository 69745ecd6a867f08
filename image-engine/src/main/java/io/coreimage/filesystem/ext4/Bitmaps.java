package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Bitmaps whose first bits are set, and whose bits behind the last thing they speak of: all that a new file system has.
 * Most groups have the same, so each is made once.
 */
final class Bitmaps {

    private final Checksums checksums;
    private final int size;
    private final Map<Key, Bitmap> made = new HashMap<>();

    Bitmaps(Checksums checksums, int blockSize) {
        this.checksums = checksums;
        this.size = blockSize;
    }

    /**
     * A bitmap.
     * @param source its bytes
     * @param checksum the register over the part that is checked
     */
    record Bitmap(ByteSource source, int checksum) {}

    /**
     * Return the bitmap of a group.
     * @param used how many of the first things are in use
     * @param count how many things there are
     * @param checked how many bytes of the bitmap the checksum covers
     */
    Bitmap of(int used, int count, int checked) {
        return made.computeIfAbsent(new Key(used, count, checked), this::make);
    }

    private record Key(int used, int count, int checked) {}

    private Bitmap make(Key key) {
        byte[] bits = new byte[size];
        setBits(bits, 0, key.used);
        setBits(bits, key.count, size * Byte.SIZE);
        return new Bitmap(ByteSource.of(bits), checksums.ofBitmap(bits, key.checked));
    }

    private static void setBits(byte[] bits, int from, int to) {
        int bit = from;
        while (bit < to && bit % Byte.SIZE != 0) {
            bits[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
            bit++;
        }
        Arrays.fill(bits, bit / Byte.SIZE, Math.max(bit, to) / Byte.SIZE, (byte) 0xFF);
        for (bit = Math.max(bit, to & -Byte.SIZE); bit < to; bit++) {
            bits[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
        }
    }
}
