package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Hasher;
import io.coreimage.bytes.Size;
import io.coreimage.bytes.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trees to make file systems of. */
final class Trees {

    static final Instant TIME = Instant.parse("2023-11-14T22:13:20Z");
    static final Instant FINE_TIME = Instant.parse("2023-01-02T03:04:06.123456789Z");
    static final Ext4Ids IDS = new Ext4Ids(
            Guid.parse("00112233-4455-6677-8899-aabbccddeeff"), Guid.parse("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));

    private Trees() {}

    static Ext4Options options(Size size, Ext4Features features) {
        return Ext4Options.of(size, "writable", features, TIME).withIds(IDS);
    }

    static FileTree.Builder builder() {
        return FileTree.builder(Attributes.directory(TIME));
    }

    static FileTree empty() {
        return builder().build();
    }

    static FileTree oneFile() {
        return builder().file("hello", text("hello\n")).build();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Digest digest(ByteSource content) throws IOException {
        Hasher hasher = Digest.Algorithm.SHA_256.newHasher();
        content.copyTo(0, content.size(), hasher);
        return hasher.finish();
    }

    /** The same bytes for the same seed. */
    static byte[] noise(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static FileTree manyFiles(int count) {
        FileTree.Builder tree = builder();
        for (int i = 0; i < count; i++) {
            tree.file("many/file-" + i, noise(i, i % 9000));
        }
        return tree.build();
    }

    /** A directory of names as long as can be: from 7,605 on its index has two levels, in blocks of 4096 bytes. */
    static FileTree longNames(int count) {
        FileTree.Builder tree = builder();
        for (int i = 0; i < count; i++) {
            tree.file(String.format(Locale.ROOT, "many/%0255d", i), new byte[0]);
        }
        return tree.build();
    }

    /** Some of everything. */
    static FileTree everything() {
        FileTree.Builder tree = builder();
        addNames(tree);
        addAttributes(tree);
        addSizes(tree);
        addLinks(tree);
        addDevices(tree);
        addXattrs(tree);
        return tree.build();
    }

    private static void addNames(FileTree.Builder tree) {
        tree.file("n".repeat(255), text("255"));
        tree.file("\u00e4".repeat(127) + "x", text("255 too"));
        StringBuilder deep = new StringBuilder("deep");
        for (int i = 0; i < 60; i++) {
            deep.append("/level-").append(i);
        }
        tree.file(deep + "/bottom", text("deep down"));
        for (int i = 0; i < 300; i++) {
            tree.file("indexed/" + "long-name-".repeat(5) + i, text("x" + i));
        }
    }

    private static void addAttributes(FileTree.Builder tree) {
        tree.add("setuid", file(new Attributes(04755, 0, 0, FINE_TIME, none())));
        tree.add("owned", file(new Attributes(0640, 123_456_789, 0xFFFF_FFFEL, FINE_TIME, none())));
        tree.add("sticky", new FileTree.Directory(new Attributes(01777, 7, 8, FINE_TIME, none())));
        tree.add("nobody-reads", file(new Attributes(0, 65534, 65534, FINE_TIME, none())));
        tree.add("before-1970", file(Attributes.of(0644, Instant.parse("1950-06-01T00:00:00.5Z"))));
        tree.add("after-2038", file(Attributes.of(0644, Instant.parse("2100-02-03T04:05:06.7Z"))));
    }

    private static FileTree.Node file(Attributes attributes) {
        return new FileTree.RegularFile(attributes, ByteSource.of(text("content")));
    }

    private static SortedMap<String, ByteSource> none() {
        return new TreeMap<>();
    }

    private static void addSizes(FileTree.Builder tree) {
        tree.file("sizes/empty", new byte[0]);
        for (int size : List.of(1, 1023, 1024, 1025, 4095, 4096, 4097, 70_000)) {
            tree.file("sizes/" + size, noise(size, size));
        }
        tree.file(
                "sizes/hole-first", ByteSource.concat(List.of(ByteSource.zeros(200_000), ByteSource.of(text("end")))));
        tree.file(
                "sizes/hole-last", ByteSource.concat(List.of(ByteSource.of(text("start")), ByteSource.zeros(1 << 20))));
        tree.file("sizes/all-hole", ByteSource.zeros(123_456_789));
        tree.file("sizes/sieve", sieve(1000));
    }

    /** A file of that many pieces with holes between them: it needs a tree of extents. */
    static ByteSource sieve(int pieces) {
        ByteSource hole = ByteSource.zeros(8192 - 5);
        ByteSource piece = ByteSource.of(text("piece"));
        ByteSource[] parts = new ByteSource[2 * pieces];
        for (int i = 0; i < pieces; i++) {
            parts[2 * i] = piece;
            parts[2 * i + 1] = hole;
        }
        return ByteSource.concat(List.of(parts));
    }

    private static void addLinks(FileTree.Builder tree) {
        tree.symlink("links/short", "../hello");
        tree.symlink("links/59", "s".repeat(59));
        tree.symlink("links/60", "l".repeat(60));
        tree.symlink("links/long", "../" + "long/".repeat(100));
        tree.file("links/one", text("three names"));
        tree.add("links/two", new FileTree.HardLink(TreePath.of("links/one")));
        tree.add("another", new FileTree.HardLink(TreePath.of("links/one")));
        tree.add("links/symlink-twice", new FileTree.HardLink(TreePath.of("links/short")));
    }

    private static void addDevices(FileTree.Builder tree) {
        Attributes attributes = Attributes.of(0660, TIME);
        tree.add("dev/null", new FileTree.Device(attributes, false, 1, 3));
        tree.add("dev/large", new FileTree.Device(attributes, false, 300, 70_000));
        tree.add("dev/loop0", new FileTree.Device(attributes, true, 7, 0));
        tree.add("dev/fifo", new FileTree.Fifo(attributes));
        tree.add("dev/socket", new FileTree.Socket(attributes));
    }

    private static void addXattrs(FileTree.Builder tree) {
        tree.add("xattrs/capable", withXattrs(Map.of("security.capability", capability())));
        tree.add("xattrs/in-inode", withXattrs(Map.of("user.a", text("1"), "user.bc", text("two"))));
        Map<String, byte[]> shared = Map.of("user.large", noise(1, 500), "user.b", text("b"), "trusted.c", new byte[0]);
        tree.add("xattrs/shared-1", withXattrs(shared));
        tree.add("xattrs/shared-2", withXattrs(shared));
        tree.add("xattrs/dir", new FileTree.Directory(attributes(Map.of("user.large", noise(2, 700)))));
        tree.add(
                "xattrs/mixed",
                withXattrs(Map.of("user.x", text("1"), "security.capability", capability(), "user.y", noise(3, 300))));
    }

    private static byte[] capability() {
        return new byte[] {1, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    }

    private static FileTree.Node withXattrs(Map<String, byte[]> xattrs) {
        return new FileTree.RegularFile(attributes(xattrs), ByteSource.of(text("x")));
    }

    private static Attributes attributes(Map<String, byte[]> xattrs) {
        SortedMap<String, ByteSource> sorted = new TreeMap<>();
        xattrs.forEach((name, value) -> sorted.put(name, ByteSource.of(value)));
        return new Attributes(0755, 1000, 1000, FINE_TIME, sorted);
    }
}
