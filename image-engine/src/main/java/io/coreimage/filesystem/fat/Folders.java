package io.coreimage.filesystem.fat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.Entry;
import io.coreimage.bytes.FileTree.HardLink;
import io.coreimage.bytes.FileTree.Node;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.TreePath;
import io.coreimage.filesystem.fat.Folder.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns a tree of files into the directories of a FAT volume, or refuses what FAT cannot keep. */
final class Folders {

    private static final long MAX_FILE_SIZE = 0xFFFF_FFFFL;

    private final FileTree tree;
    private final Map<TreePath, List<Entry>> members = new HashMap<>();

    private Folders(FileTree tree) {
        this.tree = tree;
    }

    /** Return the directories of a tree in its order, the root directory first. */
    static List<Folder> of(FileTree tree) {
        return new Folders(tree).folders();
    }

    private List<Folder> folders() {
        List<Entry> entries = tree.entries();
        for (Entry entry : entries) {
            TreePath parent = entry.path().parent();
            if (parent != null) {
                members.computeIfAbsent(parent, path -> new ArrayList<>()).add(entry);
            }
        }
        return entries.stream()
                .filter(entry -> entry.node() instanceof Directory)
                .map(entry -> folder(entry.path(), (Directory) entry.node()))
                .toList();
    }

    private Folder folder(TreePath path, Directory directory) {
        List<Entry> inside = members.getOrDefault(path, List.of());
        ShortNames shortNames = takeNames(inside);
        List<Member> named = new ArrayList<>();
        for (Entry entry : inside) {
            named.add(member(
                    entry.path(), entry.node(), shortNames.of(entry.path().name())));
        }
        return new Folder(path, path.parent(), time(directory.attributes()), named);
    }

    private static ShortNames takeNames(List<Entry> inside) {
        ShortNames shortNames = new ShortNames();
        Map<String, TreePath> folded = new HashMap<>();
        for (Entry entry : inside) {
            TreePath path = entry.path();
            FileNames.check(path);
            TreePath same = folded.put(FileNames.fold(path.name()), path);
            if (same != null) {
                throw FileNames.refused(path, "FAT takes it and \"" + same + "\" for one name");
            }
            shortNames.take(path.name());
        }
        return shortNames;
    }

    private Member member(TreePath path, Node node, ShortName shortName) {
        if (node instanceof HardLink link) {
            return member(path, Objects.requireNonNull(tree.find(link.target())), shortName);
        }
        if (node instanceof Directory directory) {
            return new Member(path, shortName, time(directory.attributes()), null);
        }
        if (node instanceof RegularFile file) {
            return new Member(path, shortName, time(file.attributes()), checked(path, file.content()));
        }
        throw FileNames.refused(path, "it is neither a file nor a folder");
    }

    private static ByteSource checked(TreePath path, ByteSource content) {
        if (content.size() > MAX_FILE_SIZE) {
            throw FileNames.refused(path, "its " + content.size() + " bytes are more than " + MAX_FILE_SIZE);
        }
        return content;
    }

    private static DosTime time(Attributes attributes) {
        return DosTime.of(attributes.modified());
    }
}
