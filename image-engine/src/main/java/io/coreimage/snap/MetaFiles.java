package io.coreimage.snap;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.SymlinkWalk;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folder meta of what is packed.
 * @param tree all that is packed
 */
record MetaFiles(FileTree tree) {

    private static final TreePath HOOKS = TreePath.of("meta/hooks");
    private static final int EXECUTABLE = 0755;

    /** Refuse links to what is not packed, and hooks that cannot run. */
    void check() {
        for (FileTree.Entry each : tree.entries()) {
            if (each.path().toString().startsWith("meta/") && each.node() instanceof FileTree.Symlink) {
                TreePath place = SymlinkWalk.resolve(tree, each.path().toString());
                if (place == null || tree.find(place) == null) {
                    throw new RefusedException("\"" + each.path() + "\" is a link to what is not in the folder");
                }
            }
            FileTree.RegularFile hook = isHook(each) ? fileAt(each.path().toString()) : null;
            if (hook != null && hook.attributes().mode() != EXECUTABLE) {
                throw new RefusedException("hook \"" + each.path() + "\" is not executable");
            }
        }
    }

    private static boolean isHook(FileTree.Entry entry) {
        return HOOKS.equals(entry.path().parent());
    }

    /** Return the names of the hooks that are there. */
    SortedSet<String> hooks() {
        SortedSet<String> names = new TreeSet<>();
        tree.entries().stream()
                .filter(MetaFiles::isHook)
                .forEach(each -> names.add(each.path().name()));
        return names;
    }

    String text(String path) throws IOException {
        FileTree.RegularFile file = fileAt(path);
        if (file == null) {
            throw new RefusedException(path + " is no file");
        }
        return new String(file.content().readAll(), StandardCharsets.UTF_8);
    }

    /** Return the file that a path leads to, over links. */
    FileTree.@Nullable RegularFile fileAt(String path) {
        TreePath place = SymlinkWalk.resolve(tree, path);
        FileTree.Node node = place == null ? null : tree.find(place);
        FileTree.Node original = node instanceof FileTree.HardLink link ? tree.find(link.target()) : node;
        return original instanceof FileTree.RegularFile file ? file : null;
    }
}
