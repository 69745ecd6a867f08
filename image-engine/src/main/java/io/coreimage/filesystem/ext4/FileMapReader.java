package io.coreimage.filesystem.ext4;

import java.io.IOException;

/** Reads where the content of an inode stands, whichever way it says so. */
final class FileMapReader {

    private FileMapReader() {}

    static FileMap read(Volume volume, long number, Inode inode) throws IOException {
        if (!hasBlocks(inode)) {
            return FileMap.NOTHING;
        }
        return inode.has(Inode.EXTENTS)
                ? new ExtentReader(volume, number, inode).read(inode)
                : new BlockMapReader(volume, number).read(inode);
    }

    private static boolean hasBlocks(Inode inode) {
        return switch (inode.type()) {
            case Inode.REGULAR, Inode.DIRECTORY -> true;
            case Inode.SYMLINK -> !isShortLink(inode);
            default -> false;
        };
    }

    static boolean isShortLink(Inode inode) {
        return inode.type() == Inode.SYMLINK && inode.size() < Inode.CONTENT_SIZE && !inode.has(Inode.EXTENTS);
    }
}
