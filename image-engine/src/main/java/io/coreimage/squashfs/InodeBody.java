package io.coreimage.squashfs;

import java.nio.ByteBuffer;

/** What an inode says behind its header, by its type. */
sealed interface InodeBody permits DirectoryBody, FileBody, SymlinkInode, DeviceInode, IpcInode {

    /** Return how many names it has; for a directory, 2 and one for each directory in it. */
    long links();

    /** Return the index in the table of extended attributes, or {@link Unsigned#NONE_32}. */
    long xattrs();

    /** Write the fixed part. */
    void writeTo(ByteBuffer buffer);
}
