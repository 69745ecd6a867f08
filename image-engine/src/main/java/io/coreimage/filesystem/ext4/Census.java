package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers everything in a tree: 2 for the root, 11 for {@code lost+found} (which is added where it is missing), and from
 * 12 on the rest in the tree's order.
 */
final class Census {

    static final String LOST_AND_FOUND = "lost+found";

    private static final int MAX_LINKS = 65000;
    private static final TreePath LOST_AND_FOUND_PATH = TreePath.of(LOST_AND_FOUND);

    private final Map<TreePath, Integer> numbers = new HashMap<>();
    private final Map<TreePath, List<Name>> names = new HashMap<>();
    private final Map<Integer, Integer> types = new HashMap<>();
    private final Map<Integer, Integer> links = new HashMap<>();
    private int last = Inode.FIRST_ORDINARY;

    private Census() {}

    /** Return everything that gets an inode, by the inodes' numbers. */
    static List<Member> of(FileTree tree, Instant created) {
        List<FileTree.Entry> entries = withLostAndFound(tree, created);
        Census census = new Census();
        entries.forEach(census::number);
        entries.forEach(census::addName);
        return entries.stream()
                .filter(each -> !(each.node() instanceof FileTree.HardLink))
                .map(census::member)
                .toList();
    }

    private static List<FileTree.Entry> withLostAndFound(FileTree tree, Instant created) {
        List<FileTree.Entry> entries = new ArrayList<>(tree.entries());
        FileTree.Node node = tree.find(LOST_AND_FOUND);
        if (node == null) {
            FileTree.Directory directory = new FileTree.Directory(Attributes.of(0700, created));
            entries.add(1, new FileTree.Entry(LOST_AND_FOUND_PATH, directory));
        } else if (!(node instanceof FileTree.Directory)) {
            throw new RefusedException("cannot put \"" + LOST_AND_FOUND
                    + "\" into an ext4 file system: what has that name must be a directory");
        }
        return entries;
    }

    private void number(FileTree.Entry entry) {
        if (entry.node() instanceof FileTree.HardLink) {
            return;
        }
        int inode = nextNumber(entry.path());
        numbers.put(entry.path(), inode);
        types.put(inode, DirectoryEntry.typeOf(Member.modeOf(entry.node())));
        if (entry.node() instanceof FileTree.Directory) {
            names.put(entry.path(), new ArrayList<>());
        }
    }

    private int nextNumber(TreePath path) {
        if (path.equals(TreePath.ROOT)) {
            return Inode.ROOT;
        }
        return path.equals(LOST_AND_FOUND_PATH) ? Inode.FIRST_ORDINARY : ++last;
    }

    private void addName(FileTree.Entry entry) {
        int inode = inodeOf(entry);
        boolean directory = entry.node() instanceof FileTree.Directory;
        links.merge(inode, directory ? 2 : 1, Integer::sum);
        TreePath parent = entry.path().parent();
        if (parent == null) {
            return;
        }
        checkName(entry.path());
        namesIn(parent)
                .add(new Name(inode, types.getOrDefault(inode, 0), entry.path().name()));
        if (directory) {
            links.merge(numberOf(parent), 1, Integer::sum);
        }
    }

    private int inodeOf(FileTree.Entry entry) {
        return numberOf(entry.node() instanceof FileTree.HardLink link ? link.target() : entry.path());
    }

    private int numberOf(TreePath path) {
        Integer number = numbers.get(path);
        if (number == null) {
            throw new IllegalStateException("\"" + path + "\" is not in the tree");
        }
        return number;
    }

    private List<Name> namesIn(TreePath directory) {
        return names.getOrDefault(directory, List.of());
    }

    private static void checkName(TreePath path) {
        if (path.name().getBytes(StandardCharsets.UTF_8).length > DirectoryEntry.MAX_NAME_LENGTH) {
            throw new RefusedException(
                    "cannot put \"" + path + "\" into an ext4 file system: a name has at most 255 bytes");
        }
    }

    private Member member(FileTree.Entry entry) {
        int inode = numberOf(entry.path());
        TreePath parent = entry.path().parent();
        return new Member(
                inode,
                entry.path(),
                entry.node(),
                checked(entry),
                linksOf(entry, inode),
                parent == null ? Inode.ROOT : numberOf(parent),
                List.copyOf(namesIn(entry.path())));
    }

    /** A directory with too many others in it says 1, which means that nobody counts. */
    private int linksOf(FileTree.Entry entry, int inode) {
        int count = links.getOrDefault(inode, 0);
        if (count < MAX_LINKS) {
            return count;
        }
        if (entry.node() instanceof FileTree.Directory) {
            return 1;
        }
        throw new RefusedException("cannot give \"" + entry.path() + "\" " + count
                + " names in an ext4 file system: it holds at most " + (MAX_LINKS - 1));
    }

    private static Attributes checked(FileTree.Entry entry) {
        Attributes attributes = Member.attributesOf(entry.node());
        if (!InodeTime.canHold(attributes.modified())) {
            throw new RefusedException("cannot store the time " + attributes.modified() + " of \"" + entry.path()
                    + "\" in an ext4 file system: it holds " + InodeTime.FIRST + " to " + InodeTime.LAST);
        }
        if ((attributes.uid() | attributes.gid()) >>> 32 != 0) {
            throw new RefusedException("cannot store the owner " + attributes.uid() + ":" + attributes.gid() + " of \""
                    + entry.path() + "\" in an ext4 file system: numbers have 32 bits");
        }
        if (entry.node() instanceof FileTree.Device device && !DeviceNumber.canBe(device.major(), device.minor())) {
            throw new RefusedException("cannot store the device " + device.major() + ":" + device.minor() + " of \""
                    + entry.path() + "\" in an ext4 file system: it holds up to " + DeviceNumber.MAX_MAJOR + ":"
                    + DeviceNumber.MAX_MINOR);
        }
        return attributes;
    }
}
