package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A name in a directory; little-endian.
 *
 * <pre>
 * 0 ┌ inode (4) ─────────────────────────────┐   0: nothing is here
 * 4 ├ length (2) ┬ name length ┬ type ───────┤   length: to the next entry, or to the end of the block
 * 8 └ name … filled up to a multiple of four ┘
 * </pre>
 *
 * @param inode what has the name
 * @param length how many bytes the entry takes
 * @param type {@link #REGULAR} …
 * @param name the name
 */
record DirectoryEntry(long inode, int length, int type, Bytes name) {

    static final int HEADER_SIZE = 8;
    static final int MAX_NAME_LENGTH = 255;

    static final int REGULAR = 1;
    static final int DIRECTORY = 2;
    static final int CHARACTER_DEVICE = 3;
    static final int BLOCK_DEVICE = 4;
    static final int FIFO = 5;
    static final int SOCKET = 6;
    static final int SYMLINK = 7;

    /** Marks the entry at the end of a block that holds the checksum. */
    static final int CHECKSUM = 0xDE;

    /** The size of that entry. */
    static final int TAIL_SIZE = 12;

    /** The size of the entries {@code .} and {@code ..}. */
    static final int DOT_SIZE = 12;

    static DirectoryEntry of(Name name, int length) {
        return new DirectoryEntry(
                name.inode(), length, name.type(), Bytes.of(name.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** Return how many bytes an entry needs whose name has that many. */
    static int sizeFor(int nameLength) {
        return (HEADER_SIZE + nameLength + 3) & ~3;
    }

    /** Read an entry; the caller has checked that it lies within its block. */
    static DirectoryEntry readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = in.position();
        long inode = Unsigned.getInt(in);
        int length = Unsigned.getShort(in);
        int nameLength = Unsigned.getByte(in);
        int type = Unsigned.getByte(in);
        Bytes name = Bytes.readFrom(in, nameLength);
        in.position(start + length);
        return new DirectoryEntry(inode, length, type, name);
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.putInt((int) inode)
                .putShort((short) length)
                .put((byte) name.length())
                .put((byte) type);
        name.writeTo(out);
        out.put(new byte[start + length - out.position()]);
    }

    /** Return the type that entries of inodes of a mode have. */
    static int typeOf(int mode) {
        return switch (mode & Inode.TYPE) {
            case Inode.REGULAR -> REGULAR;
            case Inode.DIRECTORY -> DIRECTORY;
            case Inode.CHARACTER_DEVICE -> CHARACTER_DEVICE;
            case Inode.BLOCK_DEVICE -> BLOCK_DEVICE;
            case Inode.FIFO -> FIFO;
            case Inode.SOCKET -> SOCKET;
            case Inode.SYMLINK -> SYMLINK;
            default -> 0;
        };
    }
}
