package io.coreimage.bytes;

import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One walk over a folder. */
final class DirectoryScan {

    private final Path folder;
    private final Map<Object, TreePath> linked = new HashMap<>();

    DirectoryScan(Path folder) {
        this.folder = folder;
    }

    FileTree scan() {
        FileStatus status = status(folder, true);
        if (status.kind() != FileStatus.Kind.DIRECTORY) {
            throw new RefusedException("cannot scan \"" + folder + "\": it is no folder");
        }
        FileTree.Builder tree = FileTree.builder(status.attributes());
        scan(TreePath.ROOT, folder, tree);
        return tree.build();
    }

    private void scan(TreePath place, Path directory, FileTree.Builder tree) {
        for (Path file : list(directory)) {
            TreePath path = place.resolve(Directories.name(file));
            FileStatus status = status(file, false);
            tree.add(path, node(path, file, status));
            if (status.kind() == FileStatus.Kind.DIRECTORY) {
                scan(path, file, tree);
            }
        }
    }

    private FileTree.Node node(TreePath path, Path file, FileStatus status) {
        if (status.hasFurtherNames()) {
            TreePath first = linked.putIfAbsent(status.identity(), path);
            if (first != null) {
                return new FileTree.HardLink(first);
            }
        }
        Attributes attributes = status.attributes();
        return switch (status.kind()) {
            case DIRECTORY -> new FileTree.Directory(attributes);
            case FILE -> new FileTree.RegularFile(attributes, ByteSource.ofFile(file, status.size()));
            case SYMLINK -> new FileTree.Symlink(attributes, target(file));
            case BLOCK_DEVICE -> new FileTree.Device(attributes, true, status.major(), status.minor());
            case CHARACTER_DEVICE -> new FileTree.Device(attributes, false, status.major(), status.minor());
            case FIFO -> new FileTree.Fifo(attributes);
            case SOCKET -> new FileTree.Socket(attributes);
        };
    }

    private static List<Path> list(Path directory) {
        try {
            return Directories.list(directory);
        } catch (IOException ex) {
            throw fault(directory, ex);
        }
    }

    private static FileStatus status(Path file, boolean followLinks) {
        try {
            return FileStatus.of(file, followLinks);
        } catch (IOException ex) {
            throw fault(file, ex);
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException ex) {
            throw fault(file, ex);
        }
    }

    private static FaultException fault(Path file, IOException ex) {
        return new FaultException("cannot read \"" + file + "\": " + Directories.reason(ex), ex);
    }
}
