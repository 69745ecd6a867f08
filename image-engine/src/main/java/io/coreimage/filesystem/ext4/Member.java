package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.TreePath;
import java.util.List;

/**
 * An entry of the tree that gets an inode of its own.
 * @param inode the number of the inode
 * @param path its first name
 * @param node what it is
 * @param attributes whose it is and when it was made
 * @param links how many names it has; for a directory, its entries {@code .} and {@code ..} count
 * @param parent the inode of the directory that it lies in
 * @param names for a directory, what is in it
 */
record Member(
        int inode, TreePath path, FileTree.Node node, Attributes attributes, int links, int parent, List<Name> names) {

    static int modeOf(FileTree.Node node) {
        int type = typeOf(node);
        return type | attributesOf(node).mode();
    }

    private static int typeOf(FileTree.Node node) {
        if (node instanceof FileTree.Directory) {
            return Inode.DIRECTORY;
        }
        if (node instanceof FileTree.Symlink) {
            return Inode.SYMLINK;
        }
        if (node instanceof FileTree.Device device) {
            return device.block() ? Inode.BLOCK_DEVICE : Inode.CHARACTER_DEVICE;
        }
        if (node instanceof FileTree.Fifo) {
            return Inode.FIFO;
        }
        return node instanceof FileTree.Socket ? Inode.SOCKET : Inode.REGULAR;
    }

    static Attributes attributesOf(FileTree.Node node) {
        if (node instanceof FileTree.Directory directory) {
            return directory.attributes();
        }
        if (node instanceof FileTree.RegularFile file) {
            return file.attributes();
        }
        if (node instanceof FileTree.Symlink symlink) {
            return symlink.attributes();
        }
        if (node instanceof FileTree.Device device) {
            return device.attributes();
        }
        if (node instanceof FileTree.Fifo fifo) {
            return fifo.attributes();
        }
        if (node instanceof FileTree.Socket socket) {
            return socket.attributes();
        }
        throw new IllegalArgumentException("a further name has the attributes of the first one");
    }

    boolean isDirectory() {
        return node instanceof FileTree.Directory;
    }

    int mode() {
        return modeOf(node);
    }
}
