package io.coreimage.gadget;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.HardLink;
import io.coreimage.bytes.FileTree.Node;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.FileTree.Symlink;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.RefusedException;
import io.coreimage.yaml.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a snap, found by paths that its author wrote: links are followed inside the snap and never out of it.
 */
public final class SnapFiles {

    private static final int MOST_LINKS = 40;
    private static final long LARGEST_TEXT = 1 << 20;

    private final FileTree tree;
    private final String said;
    private final @Nullable Place asker;

    private SnapFiles(FileTree tree, String said, @Nullable Place asker) {
        this.tree = tree;
        this.said = said;
        this.asker = asker;
    }

    /**
     * Look into a snap.
     * @param said how an error names the snap, such as {@code the gadget snap}
     */
    public static SnapFiles of(FileTree tree, String said) {
        return new SnapFiles(tree, said, null);
    }

    /** Return the same files for somebody who asks at a place of a file, which errors name. */
    SnapFiles askedAt(Place place) {
        return new SnapFiles(tree, said, place);
    }

    /** Something in a snap: where it really is, and what. */
    public record Found(TreePath path, Node node) {

        public boolean isDirectory() {
            return node instanceof Directory;
        }
    }

    /** Return what a path leads to when every link on the way and at its end is followed, or {@code null}. */
    public @Nullable Found find(String path) {
        return new Walk().to(path);
    }

    /** Return what is at a path without following a link at its end, or {@code null}. */
    public @Nullable Found findUnfollowed(String path) {
        Walk walk = new Walk();
        walk.followLast = false;
        return walk.to(path);
    }

    /** Return a file that a path leads to, or {@code null} where there is none. */
    public @Nullable RegularFile file(String path) {
        Found found = find(path);
        return found != null && found.node() instanceof RegularFile file ? file : null;
    }

    /** Return the text of a file that must be there. */
    public String text(String path) throws IOException {
        RegularFile file = file(path);
        if (file == null) {
            throw new RefusedException("cannot read " + path + ": " + said + " has no such file");
        }
        if (file.content().size() > LARGEST_TEXT) {
            throw new RefusedException("cannot read " + path + " of " + said + ": the file is larger than 1 MiB");
        }
        return new String(file.content().readAll(), StandardCharsets.UTF_8);
    }

    /** Return what is directly in a directory. */
    public List<Found> list(TreePath directory) {
        return tree.children(directory).stream()
                .map(each -> new Found(each.path(), named(each.node())))
                .toList();
    }

    /** A further name of a file is that file. */
    private Node named(Node node) {
        if (node instanceof HardLink link) {
            Node target = tree.find(link.target());
            return target == null ? node : target;
        }
        return node;
    }

    /** One walk along a path, with the links that it meets. */
    private final class Walk {

        private final Deque<String> todo = new ArrayDeque<>();
        private List<String> at = new ArrayList<>();
        private boolean followLast = true;
        private int links;

        @Nullable
        Found to(String path) {
            push(path);
            Node node = tree.find(TreePath.ROOT);
            while (!todo.isEmpty()) {
                if (!(node instanceof Directory) || todo.getFirst().indexOf('\0') >= 0) {
                    return null;
                }
                node = step(todo.pop(), path);
            }
            return node == null ? null : new Found(new TreePath(at), node);
        }

        private @Nullable Node step(String part, String path) {
            if (part.equals("..")) {
                if (at.isEmpty()) {
                    throw escape(path);
                }
                at.remove(at.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                at.add(part);
            }
            Node raw = tree.find(new TreePath(at));
            Node node = raw == null ? null : named(raw);
            if (node instanceof Symlink link && (followLast || !todo.isEmpty())) {
                return follow(link, path);
            }
            return node;
        }

        private @Nullable Node follow(Symlink link, String path) {
            if (++links > MOST_LINKS) {
                throw refuse(path, "its links lead in a circle");
            }
            if (link.target().startsWith("/")) {
                throw escape(path);
            }
            at.remove(at.size() - 1);
            push(link.target());
            return tree.find(new TreePath(at));
        }

        private void push(String path) {
            String[] parts = path.split("/", -1);
            for (int i = parts.length - 1; i >= 0; i--) {
                todo.push(parts[i]);
            }
        }

        private GadgetRefusedException escape(String path) {
            return refuse(path, "it leads out of the snap");
        }

        private GadgetRefusedException refuse(String path, String reason) {
            return asker == null
                    ? Rule.FILE_ESCAPE.refuseSource(path, said, reason)
                    : Rule.FILE_ESCAPE.refuse(asker, "\"" + path + "\" is no path in " + said + ": " + reason);
        }
    }
}
