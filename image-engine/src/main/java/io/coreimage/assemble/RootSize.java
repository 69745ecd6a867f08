package io.coreimage.assemble;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.gadget.LaidOutStructure;
import io.coreimage.gadget.LaidOutVolume;
import io.coreimage.gadget.Role;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * Return a volume whose writable file system, if it has one, takes its content, and fills the image that is asked for.
     * @param contents the files of each structure
     * @param asked how large the image is to be, or {@code null}
     */
    static LaidOutVolume fit(
            LaidOutVolume volume, StructureContents contents, FileSystems fileSystems, @Nullable Size asked) {
        LaidOutStructure root = volume.find(Role.SYSTEM_DATA);
        if (root == null) {
            return volume;
        }
        SectorSize sector = fileSystems.sector();
        FileTree files = contents.of(root);
        Size least = of(files, sector, root.structure().size(), fileSystems.smallestExt4(root, files));
        LaidOutVolume sized = volume.withSize(Role.SYSTEM_DATA, least);
        return sized.withSize(Role.SYSTEM_DATA, least.plus(VolumePlanner.roomBehind(sized, sector, asked)));
    }

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
