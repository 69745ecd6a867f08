package io.coreimage.delivery;

/**
 * How long a part is in the stream and on the disk.
 * @param stored how the format counts it in the stream
 * @param plain in the disk
 */
record PartSize(long stored, long plain) {}
