package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/**
 * One inode as it was read.
 * @param reference where: the metadata block's distance from the start of the inode table in the upper 48 bits, the offset
 *     in the decompressed block in the lower 16
 * @param header what all inodes have
 * @param body what this type has
 * @param rest a cursor behind the fixed part, where block words and a link's target are; copied by who reads on
 */
record Inode(long reference, InodeHeader header, InodeBody body, MetadataCursor rest) {

    private static final int OFFSET_BITS = 16;
    private static final int OFFSET_MASK = 0xFFFF;

    static long reference(long block, int offset) {
        return block << OFFSET_BITS | offset;
    }

    static long block(long reference) {
        return reference >>> OFFSET_BITS;
    }

    static int offset(long reference) {
        return (int) reference & OFFSET_MASK;
    }

    /** Return the size of the fixed part for a type, or 0 if there is no such type. */
    static int bodySize(int type) {
        return switch (type) {
            case InodeType.DIRECTORY -> DirectoryInode.SIZE;
            case InodeType.DIRECTORY + InodeType.EXTENDED -> ExtendedDirectoryInode.SIZE;
            case InodeType.FILE -> FileInode.SIZE;
            case InodeType.FILE + InodeType.EXTENDED -> ExtendedFileInode.SIZE;
            case InodeType.SYMLINK, InodeType.SYMLINK + InodeType.EXTENDED -> SymlinkInode.SIZE;
            case InodeType.BLOCK_DEVICE, InodeType.CHARACTER_DEVICE -> DeviceInode.SIZE;
            case InodeType.BLOCK_DEVICE + InodeType.EXTENDED, InodeType.CHARACTER_DEVICE + InodeType.EXTENDED ->
                DeviceInode.SIZE + Integer.BYTES;
            case InodeType.FIFO, InodeType.SOCKET -> IpcInode.SIZE;
            case InodeType.FIFO + InodeType.EXTENDED, InodeType.SOCKET + InodeType.EXTENDED ->
                IpcInode.SIZE + Integer.BYTES;
            default -> 0;
        };
    }

    /** Return the fixed part of a type that exists. */
    static InodeBody readBody(int type, ByteBuffer buffer) {
        boolean extended = InodeType.isExtended(type);
        return switch (InodeType.basic(type)) {
            case InodeType.DIRECTORY ->
                extended ? ExtendedDirectoryInode.readFrom(buffer) : DirectoryInode.readFrom(buffer);
            case InodeType.FILE -> extended ? ExtendedFileInode.readFrom(buffer) : FileInode.readFrom(buffer);
            case InodeType.SYMLINK -> SymlinkInode.readFrom(buffer);
            case InodeType.BLOCK_DEVICE, InodeType.CHARACTER_DEVICE -> DeviceInode.readFrom(buffer, extended);
            default -> IpcInode.readFrom(buffer, extended);
        };
    }

    boolean isDirectory() {
        return body instanceof DirectoryBody;
    }
}
