package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The checksums of one file system's metadata; zero, as the format wants it, where it has none.
 * @param enabled whether the file system has checksums
 * @param seed the register that each starts from
 */
record Checksums(boolean enabled, int seed) {

    static Checksums of(Superblock superblock) {
        return new Checksums(superblock.features().checksums(), superblock.seed());
    }

    /** Return the checksum of a group descriptor, whatever stands in its place. */
    int ofDescriptor(int group, byte[] descriptor) {
        if (!enabled) {
            return 0;
        }
        int register = Crc32c.updateInt(seed, group);
        register = Crc32c.update(register, descriptor, 0, GroupDescriptor.CHECKSUM_OFFSET);
        register = Crc32c.update(register, new byte[Short.BYTES]);
        int rest = GroupDescriptor.CHECKSUM_OFFSET + Short.BYTES;
        return Crc32c.update(register, descriptor, rest, descriptor.length - rest) & 0xFFFF;
    }

    /** Return the checksum of the first bytes of a bitmap. */
    int ofBitmap(byte[] bitmap, int length) {
        return enabled ? Crc32c.update(seed, bitmap, 0, length) : 0;
    }

    /** Return the register that everything which belongs to an inode starts from. */
    int ofInodeNumber(long inode, long generation) {
        return Crc32c.updateInt(Crc32c.updateInt(seed, (int) inode), (int) generation);
    }

    /** Return the checksum of an inode, whatever stands in its two places. */
    int ofInode(long number, byte[] inode) {
        ByteBuffer in = ByteBuffer.wrap(inode).order(ByteOrder.LITTLE_ENDIAN);
        int register = ofInodeNumber(number, in.getInt(Inode.GENERATION_OFFSET));
        register = Crc32c.update(register, inode, 0, Inode.CHECKSUM_OFFSET);
        register = Crc32c.update(register, new byte[Short.BYTES]);
        int rest = Inode.CHECKSUM_OFFSET + Short.BYTES;
        if (!Inode.hasHighChecksum(in)) {
            return Crc32c.update(register, inode, rest, inode.length - rest) & 0xFFFF;
        }
        register = Crc32c.update(register, inode, rest, Inode.CHECKSUM_HIGH_OFFSET - rest);
        register = Crc32c.update(register, new byte[Short.BYTES]);
        rest = Inode.CHECKSUM_HIGH_OFFSET + Short.BYTES;
        return Crc32c.update(register, inode, rest, inode.length - rest);
    }

    /** Return the checksum of a block of extended attributes, whatever stands in its place. */
    int ofXattrBlock(long block, byte[] bytes) {
        int register = Crc32c.updateLong(seed, block);
        register = Crc32c.update(register, bytes, 0, XattrHeader.CHECKSUM_OFFSET);
        register = Crc32c.update(register, new byte[Integer.BYTES]);
        int rest = XattrHeader.CHECKSUM_OFFSET + Integer.BYTES;
        return Crc32c.update(register, bytes, rest, bytes.length - rest);
    }
}
