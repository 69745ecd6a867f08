package io.coreimage.filesystem.ext4;

/**
 * What is remembered of an inode until all directories are read.
 * @param type what it is
 * @param links how many names it says that it has
 */
record InodeFacts(int type, int links) {

    boolean isDirectory() {
        return type == Inode.DIRECTORY;
    }
}
