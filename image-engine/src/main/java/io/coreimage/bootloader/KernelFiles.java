package io.coreimage.bootloader;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.TreePath;
import io.coreimage.gadget.SnapFiles;
import io.coreimage.gadget.SnapFiles.Found;
import io.coreimage.problem.RefusedException;
import java.util.List;

/**
 * Copies what a boot loader reads by itself out of the kernel snap. What is missing is left out; links become what they
 * lead to, because boot partitions know none.
 */
final class KernelFiles {

    private static final List<String> IMAGES = List.of("kernel.img", "initrd.img");
    private static final String DEVICE_TREES = "dtbs";
    private static final int DEEPEST = 32;
    private static final int MOST_FILES = 100_000;

    private final BootSnaps snaps;
    private final SnapFiles kernel;
    private final FileTree.Builder target;
    private int files;

    KernelFiles(BootSnaps snaps, FileTree.Builder target) {
        this.snaps = snaps;
        this.kernel = snaps.kernelFiles();
        this.target = target;
    }

    /** Copy kernel, initrd and device trees into a directory. */
    void copyAll(String directory) {
        copyImages(directory);
        if (isDirectory(DEVICE_TREES)) {
            target.directory(directory);
            copyBelow(DEVICE_TREES, directory + "/" + DEVICE_TREES);
        }
    }

    void copyImages(String directory) {
        target.directory(directory);
        IMAGES.forEach(each -> copyFile(each, directory + "/" + each));
    }

    boolean isDirectory(String path) {
        Found found = kernel.find(path);
        return found != null && found.isDirectory();
    }

    /** Copy a file if the kernel snap has it. */
    boolean copyFile(String path, String to) {
        RegularFile file = kernel.file(path);
        if (file == null) {
            return false;
        }
        target.add(to, copy(file));
        return true;
    }

    /** Copy what is in a directory, if there is one. */
    void copyBelow(String path, String to) {
        Found found = kernel.find(path);
        if (found != null && found.isDirectory()) {
            copy(found.path(), to, 0);
        }
    }

    private void copy(TreePath from, String to, int depth) {
        if (depth > DEEPEST) {
            throw new RefusedException(
                    "cannot copy \"" + from + "\" of the kernel snap: its directories nest too deep");
        }
        for (Found each : kernel.list(from)) {
            Found found = kernel.find(each.path().toString());
            String place = to + "/" + each.path().name();
            if (++files > MOST_FILES) {
                throw new RefusedException("cannot copy \"" + from + "\" of the kernel snap: it has too many files");
            }
            if (found != null && found.isDirectory()) {
                target.directory(place);
                copy(found.path(), place, depth + 1);
            } else if (found != null && found.node() instanceof RegularFile file) {
                target.add(place, copy(file));
            }
        }
    }

    private RegularFile copy(RegularFile file) {
        return new RegularFile(Attributes.of(file.attributes().mode() & 0777, snaps.modified()), file.content());
    }
}
