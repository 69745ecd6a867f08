package io.coreimage.squashfs;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.SymlinkWalk;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * Makes a new folder of a tree.
 *
 * <p>Whatever the tree says, nothing is written outside of the folder: it is new, names that mean something else on this
 * system are refused, links are made last so that nothing is written through one, and those that lead out of the tree
 * are refused.
 */
final class Extraction {

    private static final int PERMISSIONS = 0777;
    private static final int LARGE_FILE = 1 << 20;

    /** Enough that there is always one to begin while another thread is at a larger one. */
    private static final int FILES_UNDER_WAY = 256;

    private final FileTree tree;
    private final Path folder;

    Extraction(FileTree tree, Path folder) {
        this.tree = tree;
        this.folder = folder;
    }

    void run() throws IOException {
        for (FileTree.Entry each : tree.entries()) {
            check(each);
        }
        if (Files.exists(folder)) {
            throw new RefusedException(
                    "cannot extract to \"" + folder + "\": it is already there", "Name a folder that does not exist.");
        }
        Files.createDirectories(folder);
        makeFolders();
        writeFiles();
        makeLinks();
        stampFolders();
    }

    private void check(FileTree.Entry entry) {
        FileTree.Node node = entry.node();
        if (node instanceof FileTree.Symlink
                && SymlinkWalk.resolve(tree, entry.path().toString()) == null) {
            throw refused(entry.path(), "the link leads out of the folder");
        }
        if (node instanceof FileTree.Device || node instanceof FileTree.Fifo || node instanceof FileTree.Socket) {
            throw refused(entry.path(), "devices, pipes and sockets cannot be made");
        }
        for (String part : entry.path().parts()) {
            if (!isPlainName(part)) {
                throw refused(entry.path(), "the name means something else on this system");
            }
        }
    }

    private boolean isPlainName(String part) {
        try {
            Path place = folder.resolve(part);
            return folder.equals(place.getParent())
                    && part.equals(place.getFileName().toString());
        } catch (InvalidPathException ex) {
            return false;
        }
    }

    private static RefusedException refused(TreePath path, String reason) {
        return new RefusedException("cannot extract \"" + path + "\": " + reason);
    }

    private void makeFolders() throws IOException {
        for (FileTree.Entry each : tree.entries()) {
            if (each.node() instanceof FileTree.Directory && !each.path().equals(TreePath.ROOT)) {
                Files.createDirectory(place(each.path()));
            }
        }
    }

    /** Large files one after the other, each on all cores; small ones side by side. */
    private void writeFiles() throws IOException {
        List<FileTree.Entry> small = new ArrayList<>();
        for (FileTree.Entry each : tree.entries()) {
            if (each.node() instanceof FileTree.RegularFile file) {
                if (file.content().size() > LARGE_FILE) {
                    writeFile(place(each.path()), file);
                } else {
                    small.add(each);
                }
            }
        }
        writeSmallFiles(small);
    }

    private void writeSmallFiles(List<FileTree.Entry> files) throws IOException {
        try (Conveyor<Path> conveyor = new Conveyor<>(ForkJoinPool.commonPool(), FILES_UNDER_WAY, written -> {})) {
            for (FileTree.Entry each : files) {
                FileTree.RegularFile file = (FileTree.RegularFile) each.node();
                conveyor.put(() -> writeFile(place(each.path()), file));
            }
            conveyor.finish();
        }
    }

    private static Path writeFile(Path place, FileTree.RegularFile file) throws IOException {
        ByteSource content = file.content();
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeRanges(content, channel);
        }
        stamp(place, file.attributes());
        return place;
    }

    /** What is not written stays a hole, which must not be at the end. */
    private static void writeRanges(ByteSource content, FileChannel channel) throws IOException {
        long end = 0;
        for (ByteRange each : content.dataRanges()) {
            content.copyTo(each.from(), each.count(), channel.position(each.from()));
            end = each.from() + each.count();
        }
        if (end < content.size()) {
            channel.write(ByteBuffer.allocate(1), content.size() - 1);
        }
    }

    private void makeLinks() throws IOException {
        for (FileTree.Entry each : tree.entries()) {
            if (each.node() instanceof FileTree.HardLink link
                    && !(tree.find(link.target().toString()) instanceof FileTree.Symlink)) {
                Files.createLink(place(each.path()), place(link.target()));
            }
        }
        for (FileTree.Entry each : tree.entries()) {
            FileTree.Node node = each.node() instanceof FileTree.HardLink link
                    ? tree.find(link.target().toString())
                    : each.node();
            if (node instanceof FileTree.Symlink link) {
                Files.createSymbolicLink(place(each.path()), Path.of(link.target()));
            }
        }
    }

    /** From the bottom up, since a folder's time changes with what is made in it. */
    private void stampFolders() throws IOException {
        List<FileTree.Entry> deepestFirst = new ArrayList<>(tree.entries());
        Collections.reverse(deepestFirst);
        for (FileTree.Entry each : deepestFirst) {
            if (each.node() instanceof FileTree.Directory directory) {
                stamp(place(each.path()), directory.attributes());
            }
        }
    }

    private static void stamp(Path place, FileTree.Attributes attributes) throws IOException {
        Files.setLastModifiedTime(place, FileTime.from(attributes.modified()));
        PosixFileAttributeView view = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(permissions(attributes.mode() & PERMISSIONS));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] fromOwnerRead = PosixFilePermission.values();
        for (int bit = 0; bit < fromOwnerRead.length; bit++) {
            if ((mode & (1 << (fromOwnerRead.length - 1 - bit))) != 0) {
                permissions.add(fromOwnerRead[bit]);
            }
        }
        return permissions;
    }

    private Path place(TreePath path) {
        Path place = folder;
        for (String part : path.parts()) {
            place = place.resolve(part);
        }
        return place;
    }
}
