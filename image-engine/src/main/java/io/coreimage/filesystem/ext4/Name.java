package io.coreimage.filesystem.ext4;

import java.nio.charset.StandardCharsets;

/**
 * A name that a directory is to hold.
 * @param inode what has the name
 * @param type its type, as entries say it
 * @param text the name
 */
record Name(long inode, int type, String text) {

    int entrySize() {
        return DirectoryEntry.sizeFor(text.getBytes(StandardCharsets.UTF_8).length);
    }
}
