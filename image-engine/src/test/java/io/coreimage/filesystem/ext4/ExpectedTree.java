package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One line for each entry of a tree, and the same lines from a folder of the kernel's. */
final class ExpectedTree {

    private ExpectedTree() {}

    /** Describe a tree: kind, mode, owner, size or device, time, number of names, path, target. */
    static List<String> of(FileTree tree) {
        Map<TreePath, Integer> names = new HashMap<>();
        tree.entries().forEach(each -> names.merge(first(each), 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        for (FileTree.Entry each : tree.entries()) {
            FileTree.Node node = tree.find(first(each).toString());
            lines.add(line(each.path(), node, names.getOrDefault(first(each), 0)));
        }
        Collections.sort(lines);
        return lines;
    }

    private static TreePath first(FileTree.Entry entry) {
        return entry.node() instanceof FileTree.HardLink link ? link.target() : entry.path();
    }

    private static String line(TreePath path, FileTree.Node node, int names) {
        FileTree.Attributes attributes = Member.attributesOf(node);
        boolean directory = node instanceof FileTree.Directory;
        String more = "";
        if (node instanceof FileTree.RegularFile file) {
            more = " " + file.content().size();
        } else if (node instanceof FileTree.Symlink symlink) {
            more = " -> " + symlink.target();
        } else if (node instanceof FileTree.Device device) {
            more = " " + device.major() + ":" + device.minor();
        }
        return format(
                path.toString(),
                Member.modeOf(node),
                attributes.uid(),
                attributes.gid(),
                attributes.modified(),
                directory ? 0 : names,
                more);
    }

    private static String format(String path, int mode, long uid, long gid, Instant time, int names, String more) {
        return String.format(Locale.ROOT, "/%s %o %d:%d %s %d%s", path, mode, uid, gid, time, names, more);
    }

    /** Describe what lies in a folder in the same way. */
    static List<String> ofFolder(Path root) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                lines.add(line(root, each));
            }
        }
        Collections.sort(lines);
        return lines;
    }

    private static String line(Path root, Path file) throws IOException {
        Map<String, Object> status = Files.readAttributes(file, "unix:*", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) status.get("mode");
        String more = switch (mode & Inode.TYPE) {
            case Inode.REGULAR -> " " + status.get("size");
            case Inode.SYMLINK -> " -> " + Files.readSymbolicLink(file);
            case Inode.CHARACTER_DEVICE, Inode.BLOCK_DEVICE -> " " + device((Long) status.get("rdev"));
            default -> "";
        };
        Instant time = ((java.nio.file.attribute.FileTime) status.get("lastModifiedTime")).toInstant();
        boolean directory = (mode & Inode.TYPE) == Inode.DIRECTORY;
        return format(
                root.relativize(file).toString(),
                mode,
                Integer.toUnsignedLong((Integer) status.get("uid")),
                Integer.toUnsignedLong((Integer) status.get("gid")),
                time,
                directory ? 0 : (Integer) status.get("nlink"),
                more);
    }

    private static String device(long number) {
        long major = (number >> 8) & 0xFFF;
        long minor = (number & 0xFF) | ((number >> 12) & 0xFFF00);
        return major + ":" + minor;
    }

    /** Return the paths of all regular files, one for each name. */
    static Set<String> filesOf(FileTree tree) {
        TreeSet<String> paths = new TreeSet<>();
        for (FileTree.Entry each : tree.entries()) {
            if (tree.find(first(each).toString()) instanceof FileTree.RegularFile) {
                paths.add(each.path().toString());
            }
        }
        return paths;
    }
}
