package io.coreimage.cache;

import io.coreimage.bytes.Digest;
import io.coreimage.problem.FaultException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where things lie:
 *
 * <pre>
 * root/                      0700
 *   blobs/ab/abcdef…         0400  a whole file, by its digest
 *   partial/abcdef…          0600  a file on its way in
 *   stamps/abcdef…           0600  what the file system said about a blob when it was last found whole
 *   locks/abcdef…            0600  held while one of the above is made; never removed
 *   assertions/type/key      0600  the text of an assertion as a store gave it last
 *   offers/store/snap        0600  what a store offered last for a snap
 * </pre>
 */
final class Folder {

    private static final Set<PosixFilePermission> READ_ONLY = EnumSet.of(PosixFilePermission.OWNER_READ);
    private static final int OTHERS_WRITE = 0022;

    private static final int MOST_PROBES = 1000;

    private final Path root;
    private final boolean posix;
    private final int user;

    private Folder(Path root, boolean posix) throws IOException {
        this.root = root;
        this.posix = posix;
        for (String each : new String[] {"blobs", "partial", "stamps", "locks", "assertions", "offers"}) {
            Files.createDirectories(root.resolve(each), permissions("rwx------"));
        }
        this.user = posix ? whoAmI() : -1;
    }

    static Folder open(Path root) {
        try {
            boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
            Path parent = root.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return new Folder(root.toAbsolutePath(), posix);
        } catch (IOException ex) {
            throw new FaultException(
                    "cannot open cache \"" + root + "\": " + ex,
                    "Make the folder writable, or choose another one with -Dcore-image.cacheDirectory.",
                    ex);
        }
    }

    /** Return the number of the user who runs this: the owner of a file that was made just now. */
    private int whoAmI() throws IOException {
        Path probe = probe();
        try {
            return (Integer) Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }

    /** Numbered, because a random name costs a new JVM more than all else here. */
    private Path probe() throws IOException {
        for (int i = 1; ; i++) {
            Path probe = partials().resolve("probe" + i + ".tmp");
            try {
                return Files.createFile(probe, permissions("rw-------"));
            } catch (FileAlreadyExistsException ex) {
                if (i == MOST_PROBES) {
                    throw ex;
                }
            }
        }
    }

    Path blob(Digest digest) {
        return root.resolve("blobs").resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    Path partial(Digest digest) {
        return root.resolve("partial").resolve(digest.hex());
    }

    Path stamp(Digest digest) {
        return root.resolve("stamps").resolve(digest.hex());
    }

    Path lock(Digest digest) {
        return root.resolve("locks").resolve(digest.hex());
    }

    Path blobs() {
        return root.resolve("blobs");
    }

    Path partials() {
        return root.resolve("partial");
    }

    Path assertions() {
        return root.resolve("assertions");
    }

    Path offers() {
        return root.resolve("offers");
    }

    Path root() {
        return root;
    }

    /** Return whether only the current user can have written the blob, so that its stamp says something. */
    boolean isPrivate(Path blob) throws IOException {
        return isPrivate() && isPrivateInside(blob);
    }

    /** Return whether only the current user can have written into the folders that all blobs have in common. */
    boolean isPrivate() throws IOException {
        return posix && belongsToMe(root) && belongsToMe(blobs()) && belongsToMe(root.resolve("stamps"));
    }

    /** Return the same of a blob and its own folder. */
    boolean isPrivateInside(Path blob) throws IOException {
        Path folder = blob.toAbsolutePath().getParent();
        return belongsToMe(blob) && folder != null && belongsToMe(folder);
    }

    private boolean belongsToMe(Path path) throws IOException {
        Map<String, Object> facts = Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) Objects.requireNonNull(facts.get("mode"));
        return Objects.equals(facts.get("uid"), user) && (mode & OTHERS_WRITE) == 0;
    }

    /** Move a finished partial file to its place. */
    Path publish(Digest digest, FileChannel content) throws IOException {
        Path partial = partial(digest);
        Path blob = blob(digest);
        content.force(false);
        if (posix) {
            Files.setPosixFilePermissions(partial, READ_ONLY);
        }
        Files.createDirectories(blob.resolveSibling("."), permissions("rwx------"));
        Files.move(partial, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        WholeFile.bringToDisk(blob.resolveSibling("."));
        return blob;
    }

    /** Remove a blob and return whether there was one. */
    boolean remove(Digest digest) throws IOException {
        Files.deleteIfExists(stamp(digest));
        return Files.deleteIfExists(blob(digest));
    }

    /** Write a small file so that nobody ever sees half of it. */
    void writeWhole(Path target, byte[] content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder, permissions("rwx------"));
        Path draft = Files.createTempFile(partials(), "draft", ".tmp", permissions("rw-------"));
        try {
            Files.write(draft, content);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Open a file for reading and writing that only its owner may see. */
    FileChannel openOwn(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                permissions("rw-------"));
    }

    private FileAttribute<?>[] permissions(String text) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
