package io.coreimage.filesystem.fat;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.problem.RefusedException;
import java.util.List;

/**
 * A FAT file system that is ready to be written.
 * @param disk its bytes: the files themselves are extents of it, wherever they come from
 * @param usage how full it is
 */
public record FatPlan(DiskPlan disk, FatUsage usage) {

    private static final Size STEP = Size.ofMiB(1);
    private static final Size MOST = Size.ofGiB(32);

    /** Plan a file system that holds a tree; modes, owners and extended attributes are lost, as FAT has none. */
    public static FatPlan of(FileTree tree, FatFormat format) {
        return new FatPlanner(Folders.of(tree), format).plan();
    }

    /** Return how full a volume would be, also if it would be too full. */
    public static FatUsage usage(FileTree tree, FatFormat format) {
        return new FatPlanner(Folders.of(tree), format).usage();
    }

    /** Return the smallest size, in whole mebibytes, of a file system of some format that holds a tree. */
    public static Size smallestSize(FileTree tree, FatFormat format) {
        List<Folder> folders = Folders.of(tree);
        long fits = 1;
        while (!holds(folders, format, fits)) {
            fits *= 2;
            if (STEP.times(fits).compareTo(MOST) > 0) {
                throw new RefusedException("cannot plan a FAT file system: no size up to " + MOST + " holds the files");
            }
        }
        long tooSmall = fits / 2;
        while (fits - tooSmall > 1) {
            long middle = (fits + tooSmall) / 2;
            if (holds(folders, format, middle)) {
                fits = middle;
            } else {
                tooSmall = middle;
            }
        }
        return STEP.times(fits);
    }

    private static boolean holds(List<Folder> folders, FatFormat format, long steps) {
        FatFormat tried = format.withSize(STEP.times(steps));
        return Sizing.isPossible(tried) && new FatPlanner(folders, tried).fits();
    }
}
