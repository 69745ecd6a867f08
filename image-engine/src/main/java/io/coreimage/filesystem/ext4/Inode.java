package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;

/**
 * Everything about a file but its name; little-endian.
 *
 * <pre>
 * 00 ┌ mode (2) ┬ uid (2) ┬ size
 * 08 ├ accessed ┬ changed ┬ modified ┬ deleted
 * 18 ├ gid (2) ┬ links (2) ┬ blocks ┬ flags ┬ version
 * 28 ├ content (60 bytes): extents, block map, target of a symbolic link, or device number
 * 64 ├ generation ┬ xattr block ┬ size high ┬ fragment (zero)
 * 74 ├ blocks high (2) ┬ xattr block high (2) ┬ uid high (2) ┬ gid high (2) ┬ checksum (2) ┬ zero (2)
 * 80 ├ extra size (2) ┬ checksum high (2) ┬ changed extra ┬ modified extra ┬ accessed extra
 * 90 ├ created ┬ created extra ┬ version high ┬ project
 * A0 └ extended attributes … inode size
 * </pre>
 *
 * @param mode what it is and who may do what
 * @param uid the owner
 * @param size how many bytes it has
 * @param accessed when it was last read
 * @param changed when anything of it was last changed
 * @param modified when its content was last changed
 * @param deleted when it was deleted, in seconds; zero while it is alive
 * @param gid the group
 * @param links how many names it has
 * @param blocks how many 512-byte units it takes, those that map it and its extended attributes included
 * @param flags {@link #EXTENTS}, {@link #INDEX} …
 * @param content where its blocks are, or what it is
 * @param generation a number that NFS wants; zero
 * @param xattrBlock the block of its extended attributes, or zero
 * @param extraSize how many bytes behind the first 128 are in use
 * @param checksum the register over the inode
 * @param created when it was made
 * @param version how often it was changed
 * @param project the project whose quota it counts for; zero
 * @param xattrs what is behind the fields in use
 */
record Inode(
        int mode,
        long uid,
        long size,
        Instant accessed,
        Instant changed,
        Instant modified,
        long deleted,
        long gid,
        int links,
        long blocks,
        long flags,
        Bytes content,
        long generation,
        long xattrBlock,
        int extraSize,
        int checksum,
        Instant created,
        long version,
        long project,
        Bytes xattrs) {

    static final int SMALL_SIZE = 128;
    static final int EXTRA_SIZE = 32;
    static final int CONTENT_SIZE = 60;
    static final int CONTENT_OFFSET = 0x28;

    static final int ROOT = 2;
    static final int RESIZE = 7;
    static final int JOURNAL = 8;
    static final int FIRST_ORDINARY = 11;

    static final int TYPE = 0xF000;
    static final int FIFO = 0x1000;
    static final int CHARACTER_DEVICE = 0x2000;
    static final int DIRECTORY = 0x4000;
    static final int BLOCK_DEVICE = 0x6000;
    static final int REGULAR = 0x8000;
    static final int SYMLINK = 0xA000;
    static final int SOCKET = 0xC000;
    static final int PERMISSIONS = 0xFFF;

    static final int INDEX = 0x1000;
    static final int HUGE_FILE = 0x40000;
    static final int EXTENTS = 0x80000;

    static final int GENERATION_OFFSET = 0x64;
    static final int CHECKSUM_OFFSET = 0x7C;
    static final int CHECKSUM_HIGH_OFFSET = 0x82;

    private static final int EXTRA_OFFSET = 0x80;

    static Inode readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new Inode(
                Unsigned.getShort(in, 0x00),
                Unsigned.getShort(in, 0x02) | ((Unsigned.getShort(in, 0x78) << 16) & 0xFFFF_FFFFL),
                Unsigned.getInt(in, 0x04) | (Unsigned.getInt(in, 0x6C) << 32),
                InodeTime.of(in.getInt(0x08), extra(in, 0x8C)),
                InodeTime.of(in.getInt(0x0C), extra(in, 0x84)),
                InodeTime.of(in.getInt(0x10), extra(in, 0x88)),
                Unsigned.getInt(in, 0x14),
                Unsigned.getShort(in, 0x18) | ((Unsigned.getShort(in, 0x7A) << 16) & 0xFFFF_FFFFL),
                Unsigned.getShort(in, 0x1A),
                Unsigned.getInt(in, 0x1C) | ((long) Unsigned.getShort(in, 0x74) << 32),
                Unsigned.getInt(in, 0x20),
                Bytes.readFrom(in.duplicate().position(CONTENT_OFFSET), CONTENT_SIZE),
                Unsigned.getInt(in, GENERATION_OFFSET),
                Unsigned.getInt(in, 0x68) | ((long) Unsigned.getShort(in, 0x76) << 32),
                extraSize(in),
                Unsigned.getShort(in, CHECKSUM_OFFSET)
                        | (hasHighChecksum(in) ? Unsigned.getShort(in, CHECKSUM_HIGH_OFFSET) << 16 : 0),
                InodeTime.of(extra(in, 0x90), extra(in, 0x94)),
                Unsigned.getInt(in, 0x24) | ((extra(in, 0x98) & 0xFFFF_FFFFL) << 32),
                extra(in, 0x9C) & 0xFFFF_FFFFL,
                xattrs(in));
    }

    private static int extraSize(ByteBuffer in) {
        return in.limit() > SMALL_SIZE ? Unsigned.getShort(in, EXTRA_OFFSET) : 0;
    }

    /** Return a word behind the first 128 bytes, or zero where the inode does not reach so far. */
    private static int extra(ByteBuffer in, int offset) {
        return EXTRA_OFFSET + extraSize(in) >= offset + Integer.BYTES && in.limit() >= offset + Integer.BYTES
                ? in.getInt(offset)
                : 0;
    }

    static boolean hasHighChecksum(ByteBuffer in) {
        return in.limit() > SMALL_SIZE && extraSize(in) >= 4;
    }

    private static Bytes xattrs(ByteBuffer in) {
        int start = EXTRA_OFFSET + extraSize(in);
        return in.limit() > SMALL_SIZE && start < in.limit()
                ? Bytes.readFrom(in.duplicate().position(start), in.limit() - start)
                : Bytes.NONE;
    }

    /** Return the bytes of this inode, which has {@link #EXTRA_SIZE} extra bytes, with the checksum that it earns. */
    byte[] sealedFor(long number, int inodeSize, Checksums checksums) {
        ByteBuffer out = ByteBuffer.allocate(inodeSize).order(ByteOrder.LITTLE_ENDIAN);
        putSmall(out);
        putExtra(out);
        xattrs.writeTo(out);
        if (checksums.enabled()) {
            int sum = checksums.ofInode(number, out.array());
            out.putShort(CHECKSUM_OFFSET, (short) sum).putShort(CHECKSUM_HIGH_OFFSET, (short) (sum >>> 16));
        }
        return out.array();
    }

    private void putSmall(ByteBuffer out) {
        out.putShort((short) mode).putShort((short) uid).putInt((int) size);
        out.putInt(InodeTime.seconds(accessed)).putInt(InodeTime.seconds(changed));
        out.putInt(InodeTime.seconds(modified)).putInt((int) deleted);
        out.putShort((short) gid).putShort((short) links).putInt((int) blocks);
        out.putInt((int) flags).putInt((int) version);
        content.writeTo(out);
        out.putInt((int) generation)
                .putInt((int) xattrBlock)
                .putInt((int) (size >>> 32))
                .putInt(0);
        out.putShort((short) (blocks >>> 32)).putShort((short) (xattrBlock >>> 32));
        out.putShort((short) (uid >>> 16)).putShort((short) (gid >>> 16)).putInt(0);
        Unsigned.checkWritten(out, 0, SMALL_SIZE);
    }

    private void putExtra(ByteBuffer out) {
        out.putShort((short) EXTRA_SIZE).putShort((short) 0);
        out.putInt(InodeTime.extra(changed)).putInt(InodeTime.extra(modified)).putInt(InodeTime.extra(accessed));
        out.putInt(InodeTime.seconds(created)).putInt(InodeTime.extra(created));
        out.putInt((int) (version >>> 32)).putInt((int) project);
        Unsigned.checkWritten(out, 0, SMALL_SIZE + EXTRA_SIZE);
    }

    int type() {
        return mode & TYPE;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
