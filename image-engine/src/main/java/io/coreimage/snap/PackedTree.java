package io.coreimage.snap;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.TreePath;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a folder goes into a snap, and how.
 *
 * <p>What {@code snap pack} leaves out stays out: the droppings of version control and editors, other snaps. All belongs
 * to root and has one time, and modes are reduced to what a version control keeps of them, so that neither the user nor
 * the umask can be seen in the result.
 */
final class PackedTree {

    private static final Set<String> LEFT_OUT_AT_TOP = Set.of(
            "DEBIAN",
            ".arch-ids",
            ".arch-inventory",
            ".bzr",
            ".bzr-builddeb",
            ".bzr.backup",
            ".bzr.tags",
            ".bzrignore",
            ".cvsignore",
            ".git",
            ".gitattributes",
            ".gitignore",
            ".gitmodules",
            ".hg",
            ".hgignore",
            ".hgsigs",
            ".hgtags",
            ".shelf",
            ".svn",
            "CVS",
            "DEADJOE",
            "RCS",
            "_MTN",
            "_darcs",
            "{arch}",
            ".snapignore");

    /** In the order of the sheet: {@code .[#~]*}, {@code *.snap}, {@code *.click}, {@code .*.sw?}, {@code *~}, {@code ,,*}. */
    private static final Pattern LEFT_OUT_ANYWHERE =
            Pattern.compile("\\.[#~].*|.*\\.snap|.*\\.click|\\..*\\.sw.|.*~|,,.*", Pattern.DOTALL);

    private static final int OWNER_EXECUTES = 0100;
    private static final int SET_IDS = 06000;

    private final Instant time;
    private final FileTree.Builder packed;
    private final Map<TreePath, TreePath> moved = new HashMap<>();

    private PackedTree(Instant time) {
        this.time = time;
        this.packed = FileTree.builder(Attributes.directory(time));
    }

    static FileTree of(FileTree folder, Instant time) {
        PackedTree result = new PackedTree(time);
        for (FileTree.Entry each : folder.entries()) {
            if (!isLeftOut(each.path())) {
                result.add(folder, each);
            }
        }
        return result.packed.build();
    }

    static boolean isLeftOut(TreePath path) {
        return !path.parts().isEmpty()
                && (LEFT_OUT_AT_TOP.contains(path.parts().get(0))
                        || path.parts().stream()
                                .anyMatch(
                                        each -> LEFT_OUT_ANYWHERE.matcher(each).matches()));
    }

    /** Where the first name of a file is left out, its next one takes the file. */
    private void add(FileTree folder, FileTree.Entry entry) {
        if (!(entry.node() instanceof FileTree.HardLink link)) {
            packed.add(entry.path(), plain(entry.node()));
            return;
        }
        TreePath original = isLeftOut(link.target()) ? moved.get(link.target()) : link.target();
        FileTree.Node node = folder.find(link.target());
        if (original != null) {
            packed.add(entry.path(), new FileTree.HardLink(original));
        } else if (node != null) {
            moved.put(link.target(), entry.path());
            packed.add(entry.path(), plain(node));
        }
    }

    private FileTree.Node plain(FileTree.Node node) {
        if (node instanceof FileTree.Directory) {
            return new FileTree.Directory(Attributes.directory(time));
        }
        return node.withAttributes(attributes -> new Attributes(
                node instanceof FileTree.Symlink ? 0777 : mode(attributes.mode()),
                0,
                0,
                time,
                Collections.emptySortedMap()));
    }

    private static int mode(int mode) {
        return (mode & OWNER_EXECUTES) == 0 ? 0644 : 0755 | (mode & SET_IDS);
    }
}
