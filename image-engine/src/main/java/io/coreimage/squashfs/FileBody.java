package io.coreimage.squashfs;

/** A file in its small or its extended form; the words of its blocks follow it. */
sealed interface FileBody extends InodeBody permits FileInode, ExtendedFileInode {

    /** Return where the first block is stored. */
    long start();

    /** Return the number of the fragment that holds the file's end, or {@link Unsigned#NONE_32}. */
    long fragment();

    /** Return where in the decompressed fragment the file's end starts. */
    long fragmentOffset();

    /** Return the file's size in bytes. */
    long size();

    default boolean hasFragment() {
        return fragment() != Unsigned.NONE_32;
    }

    /** Return how many blocks have a word behind the inode. */
    default long blocks(int blockSize) {
        return size() / blockSize + (hasFragment() || size() % blockSize == 0 ? 0 : 1);
    }
}
