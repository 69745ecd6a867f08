package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.TreeBudget;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads everything that the root directory leads to. */
final class TreeReader {

    /** The kernel takes no longer paths than 4096 bytes, so no deeper ones. */
    private static final int MAX_DEPTH = 2048;

    private final Volume volume;
    private final TreeBudget budget;
    private final Map<Long, TreePath> seen = new HashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    TreeReader(Volume volume) {
        this.volume = volume;
        this.budget = new TreeBudget("directory", volume.device().size());
    }

    private record Pending(TreePath path, long inode, long parent) {}

    FileTree read() throws IOException {
        Inode root = directory(Inode.ROOT, volume.inodeOffset(Inode.ROOT));
        FileTree.Builder tree = FileTree.builder(attributes(Inode.ROOT, root));
        pending.push(new Pending(TreePath.ROOT, Inode.ROOT, Inode.ROOT));
        seen.put((long) Inode.ROOT, TreePath.ROOT);
        while (!pending.isEmpty()) {
            read(pending.pop(), tree);
        }
        return tree.build();
    }

    private Inode directory(long number, long offset) throws IOException {
        Inode inode = volume.inode(number);
        if (inode.type() != Inode.DIRECTORY) {
            throw new MalformedException("inode " + number, offset, "it is no directory");
        }
        return inode;
    }

    private void read(Pending each, FileTree.Builder tree) throws IOException {
        Inode inode = directory(each.inode, volume.inodeOffset(each.inode));
        DirectoryReader reader = new DirectoryReader(volume, each.inode, inode);
        reader.read(FileMapReader.read(volume, each.inode, inode));
        reader.checkDots(each.parent);
        List<DirectoryReader.Located> names = new ArrayList<>(reader.names());
        names.sort(
                Comparator.comparing((DirectoryReader.Located one) -> one.name().text()));
        Set<String> taken = new HashSet<>();
        for (DirectoryReader.Located name : names) {
            if (!taken.add(name.name().text())) {
                throw new MalformedException("directory inode " + each.inode, name.offset(), "a name stands twice");
            }
            add(each, name, tree);
        }
    }

    private void add(Pending directory, DirectoryReader.Located located, FileTree.Builder tree) throws IOException {
        budget.spend(directory.path, located.offset());
        TreePath path =
                directory.path.resolve(new TreePath(List.of(located.name().text())));
        long number = located.name().inode();
        TreePath first = seen.putIfAbsent(number, path);
        Inode inode = volume.inode(number);
        boolean isDirectory = inode.type() == Inode.DIRECTORY;
        volume.findings()
                .expect(
                        !isDirectory || (first == null && path.parts().size() < MAX_DEPTH),
                        "directory inode " + directory.inode,
                        located.offset(),
                        "\"" + located.name().text() + "\" leads to a directory that has a place already");
        tree.add(path, first == null ? node(number, inode) : new FileTree.HardLink(first));
        if (isDirectory) {
            pending.push(new Pending(path, number, directory.inode));
        }
    }

    private FileTree.Node node(long number, Inode inode) throws IOException {
        Attributes attributes = attributes(number, inode);
        return switch (inode.type()) {
            case Inode.DIRECTORY -> new FileTree.Directory(attributes);
            case Inode.REGULAR -> new FileTree.RegularFile(attributes, content(number, inode));
            case Inode.SYMLINK -> new FileTree.Symlink(attributes, target(number, inode));
            case Inode.FIFO -> new FileTree.Fifo(attributes);
            case Inode.SOCKET -> new FileTree.Socket(attributes);
            case Inode.CHARACTER_DEVICE, Inode.BLOCK_DEVICE -> {
                DeviceNumber device = DeviceNumber.decode(inode.content());
                yield new FileTree.Device(
                        attributes, inode.type() == Inode.BLOCK_DEVICE, device.major(), device.minor());
            }
            default -> throw malformed(number, 0, "its type is not known");
        };
    }

    private MalformedException malformed(long number, int field, String reason) {
        return new MalformedException("inode " + number, volume.inodeOffset(number) + field, reason);
    }

    private Attributes attributes(long number, Inode inode) throws IOException {
        SortedMap<String, ByteSource> xattrs = new TreeMap<>();
        for (Xattr each : new XattrReader(volume, number).read(inode)) {
            xattrs.put(
                    each.prefix().text() + each.name(),
                    ByteSource.of(each.value().toArray()));
        }
        return new Attributes(inode.mode() & Inode.PERMISSIONS, inode.uid(), inode.gid(), inode.modified(), xattrs);
    }

    private ByteSource content(long number, Inode inode) throws IOException {
        if (inode.size() < 0) {
            throw malformed(number, 4, "its size is negative");
        }
        return FileContent.of(volume, FileMapReader.read(volume, number, inode), inode.size());
    }

    private String target(long number, Inode inode) throws IOException {
        if (inode.size() < 1 || inode.size() >= volume.blockSize()) {
            throw malformed(number, 4, "a symbolic link has " + inode.size() + " bytes");
        }
        byte[] bytes = FileMapReader.isShortLink(inode)
                ? inode.content().toArray()
                : content(number, inode).readAll();
        return new String(bytes, 0, (int) inode.size(), StandardCharsets.UTF_8);
    }
}
