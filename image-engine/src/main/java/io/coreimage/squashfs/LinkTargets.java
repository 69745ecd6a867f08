package io.coreimage.squashfs;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.TreePath;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Follows links inside a tree, to find those that lead out of it. */
final class LinkTargets {

    private static final int MOST_LINKS = 40;

    private final FileTree tree;
    private final Deque<String> ahead = new ArrayDeque<>();
    private TreePath place = TreePath.ROOT;
    private int links;

    private LinkTargets(FileTree tree) {
        this.tree = tree;
    }

    /** Return whether whoever follows a link at a path comes out of the tree, be it through other links. */
    static boolean leadOut(FileTree tree, TreePath path) {
        LinkTargets walk = new LinkTargets(tree);
        walk.ahead.addAll(path.parts());
        return walk.leaves();
    }

    private boolean leaves() {
        while (!ahead.isEmpty()) {
            String part = ahead.pop();
            if (part.equals("..")) {
                TreePath parent = place.parent();
                if (parent == null) {
                    return true;
                }
                place = parent;
            } else if (!part.isEmpty() && !part.equals(".") && enter(part)) {
                return true;
            }
        }
        return false;
    }

    /** Go into a name; returns whether that already leads out. */
    private boolean enter(String part) {
        TreePath next = place.resolve(new TreePath(List.of(part)));
        if (!(tree.find(next.toString()) instanceof FileTree.Symlink link)) {
            place = next;
            return false;
        }
        links++;
        if (link.target().startsWith("/")) {
            return true;
        }
        if (links > MOST_LINKS) {
            ahead.clear();
            return false;
        }
        List<String> parts = Arrays.asList(link.target().split("/", -1));
        for (int i = parts.size() - 1; i >= 0; i--) {
            ahead.push(parts.get(i));
        }
        return false;
    }
}
