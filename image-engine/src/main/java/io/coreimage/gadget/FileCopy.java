package io.coreimage.gadget;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.FileTree.Node;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.FileTree.Symlink;
import io.coreimage.bytes.TreePath;
import io.coreimage.gadget.ContentSources.Source;
import io.coreimage.gadget.SnapFiles.Found;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies content into a structure's file system, entry by entry: a later file replaces an earlier one, a directory joins
 * one that is there. Links stay links where the file system knows them; on FAT what they lead to is copied.
 */
final class FileCopy {

    private static final int MOST_ENTRIES = 200_000;
    private static final int DEEPEST = 64;

    private final ContentSources sources;
    private final Structure structure;
    private final boolean links;
    private final Attributes directory;
    private final Map<TreePath, Node> copied = new TreeMap<>();

    private FileCopy(ContentSources sources, Structure structure, Instant modified) {
        this.sources = sources;
        this.structure = structure;
        this.links = !structure.filesystem().isFat();
        this.directory = Attributes.directory(modified);
    }

    /**
     * Return the files of a structure.
     * @param modified the time of directories that no snap has
     */
    static FileTree of(Structure structure, ContentSources sources, Instant modified) {
        FileCopy copy = new FileCopy(sources, structure, modified);
        for (Content each : structure.content()) {
            copy.copy((Content.Files) each);
        }
        FileTree.Builder tree = FileTree.builder(copy.directory);
        copy.copied.forEach(tree::add);
        return tree.build();
    }

    private void copy(Content.Files entry) {
        Source source = sources.resolve(entry).askedAt(entry.place());
        Found found = source.snap().find(source.path());
        if (found == null) {
            throw Rule.FILE_MISSING.refuse(
                    entry.place(),
                    "content of " + structure.said() + " needs \"" + entry.source()
                            + "\", which the snap does not have");
        }
        TreePath target = target(entry);
        if (found.isDirectory()) {
            copyDirectory(entry, source, found, source.inside() ? target : target.resolve(name(entry, source)));
        } else if (source.inside()) {
            throw Rule.FILE_KIND.refuse(
                    entry.place(), "\"" + entry.source() + "\" is no directory, as the slash at its end says");
        } else {
            TreePath place = entry.target().endsWith("/") ? target.resolve(name(entry, source)) : target;
            copyFile(entry, links ? unfollowed(source, found) : found, place);
        }
    }

    private static Found unfollowed(Source source, Found followed) {
        Found found = source.snap().findUnfollowed(source.path());
        return found == null ? followed : found;
    }

    private static String name(Content.Files entry, Source source) {
        String name = source.path().substring(source.path().lastIndexOf('/') + 1);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw Rule.FILE_KIND.refuse(
                    entry.place(), "\"" + entry.source() + "\" has no name to be copied under; end it with a slash");
        }
        return name;
    }

    private static TreePath target(Content.Files entry) {
        TreePath target = TreePath.ROOT;
        for (String part : entry.target().split("/", -1)) {
            TreePath up = target.parent();
            if (part.indexOf('\0') >= 0 || (part.equals("..") && up == null)) {
                throw Rule.FILE_ESCAPE.refuse(
                        entry.place(), "target \"" + entry.target() + "\" leads out of the file system");
            }
            if (part.equals("..") && up != null) {
                target = up;
            } else if (!part.isEmpty() && !part.equals(".")) {
                target = target.resolve(part);
            }
        }
        return target;
    }

    private void copyDirectory(Content.Files entry, Source source, Found from, TreePath to) {
        if (to.parts().size() > DEEPEST) {
            throw Rule.FILE_KIND.refuse(
                    entry.place(), "\"" + entry.source() + "\" is nested deeper than " + DEEPEST + " directories");
        }
        for (Found each : source.snap().list(from.path())) {
            TreePath place = to.resolve(each.path().name());
            Found child = links ? each : followed(entry, source.snap(), each);
            if (child.node() instanceof Directory) {
                put(entry, place, new Directory(directory));
                copyDirectory(entry, source, child, place);
            } else {
                copyFile(entry, child, place);
            }
        }
    }

    private static Found followed(Content.Files entry, SnapFiles snap, Found child) {
        if (!(child.node() instanceof Symlink)) {
            return child;
        }
        Found found = snap.find(child.path().toString());
        if (found == null) {
            throw Rule.FILE_MISSING.refuse(
                    entry.place(), "\"" + child.path() + "\" is a link to a file that the snap does not have");
        }
        return found;
    }

    private void copyFile(Content.Files entry, Found from, TreePath to) {
        if (to.parts().isEmpty()) {
            throw Rule.TARGET_TWICE.refuse(entry.place(), "target \"" + entry.target() + "\" is a directory");
        }
        if (from.node() instanceof RegularFile file) {
            put(entry, to, new RegularFile(plain(file.attributes()), file.content()));
        } else if (from.node() instanceof Symlink link) {
            put(entry, to, new Symlink(plain(link.attributes()), link.target()));
        } else {
            throw Rule.FILE_KIND.refuse(
                    entry.place(), "\"" + from.path() + "\" is neither a file nor a directory nor a link");
        }
    }

    /** The snap's owners and attributes mean nothing on a boot partition; its mode and time do. */
    private static Attributes plain(Attributes attributes) {
        return Attributes.of(attributes.mode() & 0777, attributes.modified());
    }

    private void put(Content.Files entry, TreePath place, Node node) {
        Node known = copied.get(place);
        boolean fits = known == null
                || (known instanceof Directory && node instanceof Directory)
                || (known instanceof RegularFile && node instanceof RegularFile);
        if (!fits || !isFree(place.parent())) {
            throw Rule.TARGET_TWICE.refuse(
                    entry.place(), "\"" + place + "\" of " + structure.said() + " would be two things at once");
        }
        if (copied.size() >= MOST_ENTRIES) {
            throw Rule.FILE_KIND.refuse(entry.place(), "content has more than " + MOST_ENTRIES + " files");
        }
        copied.put(place, node);
    }

    private boolean isFree(@Nullable TreePath parent) {
        for (TreePath up = parent; up != null; up = up.parent()) {
            Node known = copied.get(up);
            if (known != null && !(known instanceof Directory)) {
                return false;
            }
        }
        return true;
    }
}
