package io.coreimage.squashfs;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the description of a directory and all below it, each directory visited once. */
final class TreeWalk {

    private static final String STRUCTURE = "squashfs directory";
    private static final int LONGEST_PATH = 4096;

    private final Nodes nodes;
    private final Budget budget;
    private final Set<Long> visited = new HashSet<>();
    private final Map<Long, TreePath> linked = new HashMap<>();
    private final Deque<Visit> pending = new ArrayDeque<>();

    TreeWalk(Nodes nodes) {
        this.nodes = nodes;
        this.budget = nodes.newBudget();
    }

    private record Visit(TreePath path, int length, Inode inode, DirectoryBody directory) {}

    FileTree walk(Inode start, DirectoryBody directory) throws IOException {
        FileTree.Builder tree = FileTree.builder(nodes.attributes(start, budget));
        visit(TreePath.ROOT, 0, start, directory);
        while (true) {
            Visit next = pending.poll();
            if (next == null) {
                return tree.build();
            }
            long misses = nodes.blockMisses();
            addAll(tree, next);
            budget.spend((nodes.blockMisses() - misses) * MetadataBlocks.LARGEST);
        }
    }

    private void visit(TreePath path, int length, Inode inode, DirectoryBody directory) {
        if (!visited.add(inode.reference())) {
            throw new MalformedException(
                    STRUCTURE, Inode.block(inode.reference()), "\"" + path + "\" stands in the tree twice");
        }
        pending.push(new Visit(path, length, inode, directory));
    }

    private void addAll(FileTree.Builder tree, Visit visit) throws IOException {
        Listing listing = nodes.listing(visit.directory());
        for (Listing.Item item = listing.next(); item != null; item = listing.next()) {
            TreePath path = visit.path().resolve(new TreePath(List.of(nodes.name(item))));
            int length = visit.length() + 1 + item.name().length;
            budget.spend(Budget.NODE + item.name().length + (long) path.parts().size() * Budget.PART);
            if (length > LONGEST_PATH) {
                throw new MalformedException(STRUCTURE, 0, "a path of " + length + " bytes");
            }
            Inode inode = nodes.inode(item);
            tree.add(path, node(path, inode));
            if (inode.body() instanceof DirectoryBody below) {
                visit(path, length, inode, below);
            }
        }
    }

    private FileTree.Node node(TreePath path, Inode inode) throws IOException {
        if (inode.isDirectory() || inode.body().links() <= 1) {
            return nodes.node(inode, budget);
        }
        TreePath first = linked.putIfAbsent(inode.reference(), path);
        return first == null ? nodes.node(inode, budget) : new FileTree.HardLink(first);
    }
}
