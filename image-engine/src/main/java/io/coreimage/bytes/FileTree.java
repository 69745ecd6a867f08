package io.coreimage.bytes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a file system: an ordered, immutable description, without a file being touched.
 *
 * <p>Paths are relative, separated by {@code /}, without empty, {@code .} and {@code ..} parts; the root directory is the
 * empty path. Every parent is there, the order is that of the paths' UTF-8 bytes part by part, so that a directory stands
 * right before what is in it.
 */
public final class FileTree {

    private static final FileTree EMPTY =
            builder(Attributes.directory(Instant.EPOCH)).build();

    private final SortedMap<TreePath, Node> nodes;

    private FileTree(SortedMap<TreePath, Node> nodes) {
        this.nodes = nodes;
    }

    /** Return a tree that holds a root directory of the epoch and nothing else. */
    public static FileTree empty() {
        return EMPTY;
    }

    /** Start a tree; directories that nobody adds get the root's attributes. */
    public static Builder builder(Attributes root) {
        return new Builder(root);
    }

    /** Return all entries, the root directory first. */
    public List<Entry> entries() {
        return nodes.entrySet().stream()
                .map(each -> new Entry(each.getKey(), each.getValue()))
                .toList();
    }

    /** Return what is at a path, or {@code null}. */
    public @Nullable Node find(String path) {
        return nodes.get(TreePath.of(path));
    }

    /** Return what is at a path, or {@code null}. */
    public @Nullable Node find(TreePath path) {
        return nodes.get(path);
    }

    /** Return what is directly in a directory, in order; nothing for anything else. */
    public List<Entry> children(TreePath directory) {
        int depth = directory.parts().size() + 1;
        List<Entry> children = new ArrayList<>();
        for (Map.Entry<TreePath, Node> each : nodes.tailMap(directory).entrySet()) {
            TreePath path = each.getKey();
            if (!path.startsWith(directory)) {
                break;
            }
            if (path.parts().size() == depth) {
                children.add(new Entry(path, each.getValue()));
            }
        }
        return children;
    }

    /** Return this tree with the attributes of every node that has its own replaced, such as owners by root. */
    public FileTree withAttributes(UnaryOperator<Attributes> change) {
        SortedMap<TreePath, Node> changed = new TreeMap<>();
        nodes.forEach((path, node) -> changed.put(path, node.withAttributes(change)));
        return new FileTree(Collections.unmodifiableSortedMap(changed));
    }

    /** Return how many entries there are, the root directory included. */
    public int size() {
        return nodes.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileTree tree && tree.nodes.equals(nodes);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    /**
     * One place in the tree.
     * @param path where
     * @param node what
     */
    public record Entry(TreePath path, Node node) {}

    /** What can be at a path. */
    public sealed interface Node permits Directory, RegularFile, Symlink, HardLink, Device, Fifo, Socket {

        /** Return this node with other attributes, where it has its own. */
        Node withAttributes(UnaryOperator<Attributes> change);
    }

    /** A directory; what is in it stands in the tree's other entries. */
    public record Directory(Attributes attributes) implements Node {

        @Override
        public Node withAttributes(UnaryOperator<Attributes> change) {
            return new Directory(change.apply(attributes));
        }
    }

    /** A file. */
    public record RegularFile(Attributes attributes, ByteSource content) implements Node {

        @Override
        public Node withAttributes(UnaryOperator<Attributes> change) {
            return new RegularFile(change.apply(attributes), content);
        }
    }

    /** A symbolic link, with its target as it is written. */
    public record Symlink(Attributes attributes, String target) implements Node {

        @Override
        public Node withAttributes(UnaryOperator<Attributes> change) {
            return new Symlink(change.apply(attributes), target);
        }
    }

    /** A further name of a node that is no directory and stands elsewhere in the tree. */
    public record HardLink(TreePath target) implements Node {

        @Override
        public Node withAttributes(UnaryOperator<Attributes> change) {
            return this;
        }
    }

    /** A block or character device. */
    public record Device(Attributes attributes, boolean block, int major, int minor) implements Node {

        @Override
        public Node withAttributes(UnaryOperator<Attributes> change) {
            return new Device(change.apply(attributes), block, major, minor);
        }
    }

    /** A named pipe. */
    public record Fifo(Attributes attributes) implements Node {

        @Override
        public Node withAttributes(UnaryOperator<Attributes> change) {
            return new Fifo(change.apply(attributes));
        }
    }

    /** A socket. */
    public record Socket(Attributes attributes) implements Node {

        @Override
        public Node withAttributes(UnaryOperator<Attributes> change) {
            return new Socket(change.apply(attributes));
        }
    }

    /**
     * What is known of a node besides its content.
     * @param mode the permission bits with set-uid, set-gid and sticky (12 bits)
     * @param uid the owner
     * @param gid the group
     * @param modified when it was modified, and for file systems that want it also accessed, changed and born
     * @param xattrs extended attributes by full name, such as {@code security.capability}
     */
    public record Attributes(int mode, long uid, long gid, Instant modified, SortedMap<String, ByteSource> xattrs) {

        public Attributes {
            if ((mode & ~07777) != 0) {
                throw new IllegalArgumentException("mode (" + Integer.toOctalString(mode) + ") has more than 12 bits");
            }
            xattrs = Collections.unmodifiableSortedMap(new TreeMap<>(xattrs));
        }

        /** Return root's attributes with the given mode. */
        public static Attributes of(int mode, Instant modified) {
            return new Attributes(mode, 0, 0, modified, Collections.emptySortedMap());
        }

        public static Attributes directory(Instant modified) {
            return of(0755, modified);
        }

        public static Attributes file(Instant modified) {
            return of(0644, modified);
        }

        public static Attributes symlink(Instant modified) {
            return of(0777, modified);
        }

        public Attributes withOwner(long otherUid, long otherGid) {
            return new Attributes(mode, otherUid, otherGid, modified, xattrs);
        }

        public Attributes withModified(Instant other) {
            return new Attributes(mode, uid, gid, other, xattrs);
        }

        public Attributes withMode(int other) {
            return new Attributes(other, uid, gid, modified, xattrs);
        }
    }

    /** Collects the nodes of a tree; the order of the calls does not matter. */
    public static final class Builder {

        private final TreeMap<TreePath, Node> nodes = new TreeMap<>();
        private final Attributes root;

        private Builder(Attributes root) {
            this.root = root;
            nodes.put(TreePath.ROOT, new Directory(root));
        }

        /** Add a node; a second one at the same path is a mistake, except a directory on a directory, which stays. */
        public Builder add(String path, Node node) {
            return add(TreePath.of(path), node);
        }

        public Builder add(TreePath path, Node node) {
            Node known = nodes.get(path);
            if (known != null && !(known instanceof Directory && node instanceof Directory)) {
                throw new IllegalArgumentException("\"" + path + "\" stands twice in the tree");
            }
            nodes.put(path, node);
            return this;
        }

        /** Add or replace a node. */
        public Builder put(String path, Node node) {
            nodes.put(TreePath.of(path), node);
            return this;
        }

        public Builder directory(String path) {
            return add(path, new Directory(root));
        }

        public Builder file(String path, ByteSource content) {
            return add(path, new RegularFile(Attributes.file(root.modified()), content));
        }

        public Builder file(String path, byte[] content) {
            return file(path, ByteSource.of(content));
        }

        public Builder symlink(String path, String target) {
            return add(path, new Symlink(Attributes.symlink(root.modified()), target));
        }

        /** Add every entry of another tree below a path. */
        public Builder graft(String path, FileTree tree) {
            TreePath base = TreePath.of(path);
            tree.entries().forEach(each -> add(base.resolve(each.path()), each.node()));
            return this;
        }

        public FileTree build() {
            TreeMap<TreePath, Node> all = new TreeMap<>(nodes);
            addParents(all, nodes.keySet());
            check(all);
            return new FileTree(Collections.unmodifiableSortedMap(all));
        }

        private void addParents(Map<TreePath, Node> all, Collection<TreePath> paths) {
            for (TreePath path : paths) {
                // What is there already has its own parents, or is a path whose turn comes.
                TreePath up = path.parent();
                while (up != null && all.putIfAbsent(up, new Directory(root)) == null) {
                    up = up.parent();
                }
            }
        }

        private static void check(Map<TreePath, Node> all) {
            all.forEach((path, node) -> {
                TreePath parent = path.parent();
                if (parent != null && !(all.get(parent) instanceof Directory)) {
                    throw new IllegalArgumentException("\"" + path + "\" lies in something that is no directory");
                }
                if (node instanceof HardLink link && !isLinkable(all.get(link.target()))) {
                    throw new IllegalArgumentException(
                            "\"" + path + "\" links to \"" + link.target() + "\", which cannot have a second name");
                }
            });
        }

        private static boolean isLinkable(@Nullable Node node) {
            return node != null && !(node instanceof Directory) && !(node instanceof HardLink);
        }
    }
}
