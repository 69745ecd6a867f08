package io.coreimage.assemble;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import java.util.Collections;
import java.util.List;

/**
 * How large the writable file system of UC16 and UC18 is made: half as much again as what is in it, and 8 MiB.
 *
 * <p>The reference asks {@code du}, whose answer depends on the file system of the build host; here a file counts as
 * whole blocks of 4 KiB and a directory as one, which is what {@code du} says on ext4.
 */
final class RootSize {

    private static final Size BLOCK = Size.ofKiB(4);
    private static final Size SPARE = Size.ofMiB(8);

    private RootSize() {}

    /**
     * Return the size for a tree.
     * @param declared what the gadget says at least
     * @param smallest what the file system needs at least
     */
    static Size of(FileTree root, SectorSize sector, Size declared, Size smallest) {
        long allocated = root.entries().stream().mapToLong(RootSize::allocated).sum();
        Size comfortable = Size.ofBytes(allocated + (allocated + 1) / 2).plus(SPARE);
        return Collections.max(List.of(comfortable, declared, smallest)).roundUp(sector.size());
    }

    private static long allocated(FileTree.Entry entry) {
        if (entry.node() instanceof RegularFile file) {
            return Size.ofBytes(file.content().size()).roundUp(BLOCK).bytes();
        }
        return entry.node() instanceof Directory ? BLOCK.bytes() : 0;
    }
}
