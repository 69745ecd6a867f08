package io.coreimage.squashfs;

import io.coreimage.problem.MalformedException;
import java.nio.ByteBuffer;

/**
 * The first structure of a squashfs.
 *
 * <pre>
 *  0 magic "hsqs"      4 inodes            8 mkfs time        12 block size
 * 16 fragments        20 compressor (2)   22 log2 block (2)   24 flags (2)      26 ids (2)
 * 28 version 4 (2)    30 version 0 (2)    32 root inode (8)   40 bytes used (8)
 * 48 id table (8)     56 xattr table (8)  64 inode table (8)  72 directory table (8)
 * 80 fragment table (8)                   88 export table (8)
 * </pre>
 *
 * @param inodes how many inodes there are
 * @param time when the file system was made, in seconds of the epoch
 * @param blockSize how many bytes of a file are compressed as one
 * @param fragments how many fragment blocks there are
 * @param compressor the number of the compressor
 * @param blockLog the binary logarithm of the block size
 * @param flags the {@code FLAG_} bits
 * @param ids how many owners and groups there are
 * @param major always 4
 * @param minor always 0
 * @param root the reference of the root directory's inode
 * @param bytesUsed how long the file system is without padding
 * @param idTable where the index of the id table is
 * @param xattrTable where the header of the xattr table is, or {@link #NONE}
 * @param inodeTable where the inodes start
 * @param directoryTable where the directory listings start
 * @param fragmentTable where the index of the fragment table is, or {@link #NONE}
 * @param exportTable where the index of the export table is, or {@link #NONE}
 */
record Superblock(
        long inodes,
        long time,
        long blockSize,
        long fragments,
        int compressor,
        int blockLog,
        int flags,
        int ids,
        int major,
        int minor,
        long root,
        long bytesUsed,
        long idTable,
        long xattrTable,
        long inodeTable,
        long directoryTable,
        long fragmentTable,
        long exportTable) {

    static final int SIZE = 96;
    static final int MAGIC = 0x73717368;
    static final long NONE = -1;
    static final int FLAG_NO_FRAGMENTS = 0x10;
    static final int FLAG_DUPLICATES_REMOVED = 0x40;
    static final int FLAG_EXPORTABLE = 0x80;
    static final int FLAG_NO_XATTRS = 0x200;

    private static final String STRUCTURE = "squashfs superblock";
    private static final int SMALLEST_BLOCK_LOG = 12;
    private static final int LARGEST_BLOCK_LOG = 20;

    static Superblock readFrom(ByteBuffer buffer) {
        if (buffer.getInt() != MAGIC) {
            throw new MalformedException(STRUCTURE, 0, "does not start with \"hsqs\"");
        }
        return new Superblock(
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u32(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                Unsigned.u16(buffer),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong());
    }

    void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt(MAGIC);
        buffer.putInt((int) inodes).putInt((int) time).putInt((int) blockSize).putInt((int) fragments);
        buffer.putShort((short) compressor).putShort((short) blockLog).putShort((short) flags);
        buffer.putShort((short) ids).putShort((short) major).putShort((short) minor);
        buffer.putLong(root).putLong(bytesUsed).putLong(idTable).putLong(xattrTable);
        buffer.putLong(inodeTable)
                .putLong(directoryTable)
                .putLong(fragmentTable)
                .putLong(exportTable);
        Unsigned.checkWritten(buffer, start, SIZE);
    }

    /** Refuse what no squashfs 4.0 in a file of the given size can say. */
    void check(long fileSize) {
        require(major == 4 && minor == 0, 28, "version is " + major + "." + minor + ", not 4.0");
        require(Compression.ofId(compressor) != null, 20, "compressor " + compressor + " is not known");
        require(
                blockLog >= SMALLEST_BLOCK_LOG && blockLog <= LARGEST_BLOCK_LOG && blockSize == 1L << blockLog,
                12,
                "block size is " + blockSize + " with logarithm " + blockLog);
        require(
                bytesUsed >= SIZE && bytesUsed <= fileSize,
                40,
                "uses " + Long.toUnsignedString(bytesUsed) + " bytes of a file of " + fileSize);
        checkTable("inode table", 64, inodeTable);
        checkTable("directory table", 72, directoryTable);
        checkTable("id table", 48, idTable);
        require(inodeTable < directoryTable, 72, "directory table starts before the inode table");
    }

    private void checkTable(String name, int field, long position) {
        require(
                position >= SIZE && position < bytesUsed,
                field,
                name + " is at " + Long.toUnsignedString(position) + ", outside of the file system");
    }

    private static void require(boolean condition, int field, String reason) {
        if (!condition) {
            throw new MalformedException(STRUCTURE, field, reason);
        }
    }
}
