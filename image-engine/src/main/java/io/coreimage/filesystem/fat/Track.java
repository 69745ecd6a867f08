package io.coreimage.filesystem.fat;

/**
 * What a volume says about the cylinders of a disk, which no disk has any more; but the size of a volume is rounded down
 * to whole tracks.
 * @param sectors how many sectors a track has
 * @param heads how many tracks a cylinder has
 */
record Track(int sectors, int heads) {

    static Track of(long volumeSectors) {
        if (volumeSectors <= 524_288) {
            return ofSmall(volumeSectors);
        }
        if (volumeSectors <= 1_032_192) {
            return new Track(63, 16);
        }
        if (volumeSectors <= 2_064_384) {
            return new Track(63, 32);
        }
        if (volumeSectors <= 4_128_768) {
            return new Track(63, 64);
        }
        return new Track(63, volumeSectors <= 8_257_536 ? 128 : 255);
    }

    private static Track ofSmall(long volumeSectors) {
        if (volumeSectors <= 4096) {
            return new Track(16, 2);
        }
        if (volumeSectors <= 32_768) {
            return new Track(32, 2);
        }
        if (volumeSectors <= 65_536) {
            return new Track(32, 4);
        }
        return new Track(32, volumeSectors <= 262_144 ? 8 : 16);
    }

    /** Return how many of some sectors lie in whole tracks. */
    long wholeTracks(long volumeSectors) {
        return volumeSectors / sectors * sectors;
    }
}
