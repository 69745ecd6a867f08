package io.coreimage.bytes;

import io.coreimage.bytes.FileTree.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What the machine says about a file.
 * @param kind what it is
 * @param attributes what of it a {@link FileTree} keeps
 * @param size how many bytes it has
 * @param identity what is equal for two names of one file
 * @param names how many names it has
 * @param device the number of a device
 */
record FileStatus(Kind kind, Attributes attributes, long size, Object identity, int names, long device) {

    private static final LinkOption[] NO_OPTIONS = {};
    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};
    private static final int KIND_MASK = 0170000;

    /** What a file can be, with the bits that say so. */
    enum Kind {
        FIFO(0010000),
        CHARACTER_DEVICE(0020000),
        DIRECTORY(0040000),
        BLOCK_DEVICE(0060000),
        FILE(0100000),
        SYMLINK(0120000),
        SOCKET(0140000);

        private final int bits;

        Kind(int bits) {
            this.bits = bits;
        }

        private static Kind of(int mode) {
            return List.of(values()).stream()
                    .filter(each -> each.bits == (mode & KIND_MASK))
                    .findFirst()
                    .orElse(FILE);
        }
    }

    static FileStatus of(Path file, boolean followLinks) throws IOException {
        LinkOption[] options = followLinks ? NO_OPTIONS : NO_FOLLOW;
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? ofUnix(file, options)
                : ofOther(file, options);
    }

    private static FileStatus ofUnix(Path file, LinkOption[] options) throws IOException {
        Map<String, Object> values =
                Files.readAttributes(file, "unix:mode,uid,gid,lastModifiedTime,size,dev,ino,nlink,rdev", options);
        int mode = (int) number(values, "mode");
        Kind kind = Kind.of(mode);
        FileTime modified = (FileTime) Objects.requireNonNull(values.get("lastModifiedTime"));
        SortedMap<String, ByteSource> xattrs = UserAttributes.read(file, kind);
        long uid = number(values, "uid") & 0xFFFF_FFFFL;
        long gid = number(values, "gid") & 0xFFFF_FFFFL;
        return new FileStatus(
                kind,
                new Attributes(mode & 07777, uid, gid, modified.toInstant(), xattrs),
                number(values, "size"),
                List.of(number(values, "dev"), number(values, "ino")),
                (int) number(values, "nlink"),
                number(values, "rdev"));
    }

    private static long number(Map<String, Object> values, String name) {
        return ((Number) Objects.requireNonNull(values.get(name))).longValue();
    }

    /** Read what is known where there are no modes: everything belongs to root, as after {@code chmod -R u=rwX,go=rX}. */
    private static FileStatus ofOther(Path file, LinkOption[] options) throws IOException {
        BasicFileAttributes values = Files.readAttributes(file, BasicFileAttributes.class, options);
        Kind kind = values.isDirectory() ? Kind.DIRECTORY : values.isSymbolicLink() ? Kind.SYMLINK : Kind.FILE;
        int mode = kind == Kind.DIRECTORY ? 0755 : kind == Kind.SYMLINK ? 0777 : 0644;
        Attributes attributes = Attributes.of(mode, values.lastModifiedTime().toInstant());
        return new FileStatus(kind, attributes, values.size(), file, 1, 0);
    }

    boolean hasFurtherNames() {
        return names > 1 && kind != Kind.DIRECTORY;
    }

    /** Return the major number of a device in Linux' packing. */
    int major() {
        return (int) ((device >>> 8 & 0xFFF) | (device >>> 32 & 0xFFFF_F000L));
    }

    /** Return the minor number of a device in Linux' packing. */
    int minor() {
        return (int) ((device & 0xFF) | (device >>> 12 & 0xFFFF_FF00L));
    }
}
