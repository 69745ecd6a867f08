package io.coreimage.bytes;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows links inside a tree, as a kernel would whose root is the tree's, but one that nobody may leave. */
public final class SymlinkWalk {

    private static final int MOST_LINKS = 40;

    private final FileTree tree;
    private final Deque<String> ahead = new ArrayDeque<>();
    private TreePath place = TreePath.ROOT;
    private int links;

    private SymlinkWalk(FileTree tree) {
        this.tree = tree;
    }

    /**
     * Return where a path comes out that may go through links and {@code ..}: what is there is no link, or nothing. Where
     * links go in circles, it is one of them.
     * @return {@code null} if it leads out of the tree, by {@code ..} or a link that starts with a slash
     */
    public static @Nullable TreePath resolve(FileTree tree, String path) {
        SymlinkWalk walk = new SymlinkWalk(tree);
        walk.push(path);
        return walk.resolve();
    }

    private @Nullable TreePath resolve() {
        while (!ahead.isEmpty()) {
            String part = ahead.pop();
            if (part.equals("..")) {
                TreePath parent = place.parent();
                if (parent == null) {
                    return null;
                }
                place = parent;
            } else if (!part.isEmpty() && !part.equals(".") && !enter(part)) {
                return null;
            }
        }
        return place;
    }

    /** Go into a name; returns false if a link there starts at the root of the machine. */
    private boolean enter(String part) {
        TreePath next = place.resolve(part);
        if (!(tree.find(next) instanceof FileTree.Symlink link) || ++links > MOST_LINKS) {
            place = next;
            return true;
        }
        push(link.target());
        return !link.target().startsWith("/");
    }

    private void push(String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        for (int i = parts.size() - 1; i >= 0; i--) {
            ahead.push(parts.get(i));
        }
    }
}
