package io.coreimage.delivery;

/**
 * How long a part is in the stream and on the disk, and its sum.
 * @param stored how the format counts it in the stream
 * @param plain in the disk
 * @param crc the CRC-32 of its bytes in the disk, for formats that sum the whole stream; 0 in others
 */
record PartSize(long stored, long plain, int crc) {

    PartSize(long stored, long plain) {
        this(stored, plain, 0);
    }
}
