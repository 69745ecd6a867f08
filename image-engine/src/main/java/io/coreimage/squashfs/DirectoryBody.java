package io.coreimage.squashfs;

/** A directory in its small or its extended form. */
sealed interface DirectoryBody extends InodeBody permits DirectoryInode, ExtendedDirectoryInode {

    /** The size counts {@code .} and {@code ..}, which are not stored. */
    int UNSTORED = 3;

    long listingBlock();

    int listingOffset();

    long size();

    long parent();

    /** Return how many bytes of listing are stored. */
    default long listingSize() {
        return Math.max(0, size() - UNSTORED);
    }
}
