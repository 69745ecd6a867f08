package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A superblock without what changes by using the file system: counts, times, state, and the checksum over it all. */
final class StaticFields {

    /** From and to, in bytes. */
    private static final int[][] CHANGING = {
        {0x008, 0x014}, // reserved and free
        {0x02C, 0x038}, // times, counts of mounts
        {0x03A, 0x03E}, // state, what to do on errors
        {0x040, 0x048}, // last check
        {0x050, 0x054}, // who may fill the reserved blocks
        {0x05A, 0x05C}, // which copy this is
        {0x0E8, 0x0EC}, // inodes to be deleted
        {0x100, 0x104}, // mount options
        {0x154, 0x15C}, // reserved and free, high halves
        {0x178, 0x180}, // how much was written
        {0x248, 0x24C}, // overhead, counted at a mount
        {0x274, 0x276}, // times, fifth bytes
        {0x277, 0x278}, // last check, fifth byte
        {0x3FC, 0x400}, // checksum
    };

    private StaticFields() {}

    static byte[] of(Superblock superblock) {
        ByteBuffer bytes = ByteBuffer.allocate(Superblock.SIZE);
        superblock.writeTo(bytes);
        for (int[] range : CHANGING) {
            Arrays.fill(bytes.array(), range[0], range[1], (byte) 0);
        }
        return bytes.array();
    }
}
