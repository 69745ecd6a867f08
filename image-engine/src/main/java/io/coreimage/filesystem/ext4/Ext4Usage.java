package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Size;

/**
 * How full a file system is.
 * @param blockSize the size of a block in bytes
 * @param blocks how many there are
 * @param freeBlocks how many of them are free, those included that only root may fill
 * @param inodes how many files there can be
 * @param freeInodes how many more there can be
 */
public record Ext4Usage(int blockSize, long blocks, long freeBlocks, long inodes, long freeInodes) {

    /** Return how many bytes are in use, the file system's own tables included. */
    public Size used() {
        return Size.ofBytes((blocks - freeBlocks) * blockSize);
    }

    /** Return how many bytes are free. */
    public Size free() {
        return Size.ofBytes(freeBlocks * blockSize);
    }
}
