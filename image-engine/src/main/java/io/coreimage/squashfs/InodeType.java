package io.coreimage.squashfs;

/** The numbers that say what an inode is; the extended form of a basic type is seven further. */
final class InodeType {

    static final int DIRECTORY = 1;
    static final int FILE = 2;
    static final int SYMLINK = 3;
    static final int BLOCK_DEVICE = 4;
    static final int CHARACTER_DEVICE = 5;
    static final int FIFO = 6;
    static final int SOCKET = 7;
    static final int EXTENDED = 7;

    private InodeType() {}

    static boolean isExtended(int type) {
        return type > EXTENDED;
    }

    static int basic(int type) {
        return isExtended(type) ? type - EXTENDED : type;
    }
}
