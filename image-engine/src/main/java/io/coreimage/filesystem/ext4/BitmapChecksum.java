package io.coreimage.filesystem.ext4;

/** Compares a bitmap with the checksum in its descriptor, which keeps only half of it without 64 bits. */
final class BitmapChecksum {

    private BitmapChecksum() {}

    static boolean isSound(Volume volume, byte[] bitmap, int length, int stored) {
        if (!volume.checksums().enabled()) {
            return true;
        }
        int mask = volume.geometry().features().wide() ? ~0 : 0xFFFF;
        return (volume.checksums().ofBitmap(bitmap, length) & mask) == (stored & mask);
    }
}
