package io.coreimage.squashfs;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.TreePath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Trees to try things with, and folders made of them. */
final class Samples {

    static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

    private Samples() {}

    /** Text that compresses like text, from a seed. */
    static byte[] text(int seed, int size) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append("line ").append(random.nextInt(5000)).append(" of a file that says little\n");
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), size);
    }

    /** Bytes that nothing compresses. */
    static byte[] noise(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static FileTree.Builder builder() {
        return FileTree.builder(FileTree.Attributes.directory(TIME));
    }

    static FileTree.RegularFile file(int mode, byte[] content) {
        return new FileTree.RegularFile(FileTree.Attributes.of(mode, TIME), ByteSource.of(content));
    }

    /** A bit of everything that a snap may have. */
    static FileTree mixed() {
        FileTree.Builder tree = builder();
        tree.file("meta/snap.yaml", "name: mixed\nversion: 1\n".getBytes(StandardCharsets.UTF_8));
        tree.file("empty", new byte[0]);
        tree.add("bin/run", file(0755, text(1, 300_000)));
        tree.add("bin/exact", file(0700, text(2, 262_144)));
        tree.add("bin/noise", file(0644, noise(3, 400_001)));
        tree.add("bin/sparse", file(0600, sparse()));
        tree.add("odd/mode", file(04755, text(4, 10)));
        tree.add("odd/none", file(0, text(5, 11)));
        tree.symlink("bin/link", "../meta/snap.yaml").symlink("dangling", "no/where/é");
        tree.add("bin/second", new FileTree.HardLink(TreePath.of("bin/run")));
        tree.add("twin", file(0644, text(1, 300_000)));
        tree.file("name of 255 bytes/" + "n".repeat(255), text(6, 500));
        tree.file("ünïcode/日本", text(7, 700)).directory("nothing");
        for (int i = 0; i < 600; i++) {
            tree.file("many/file " + i, text(i, i));
        }
        return tree.build();
    }

    private static byte[] sparse() {
        byte[] bytes = new byte[5 * 131_072 + 77];
        System.arraycopy(noise(9, 5000), 0, bytes, 2 * 131_072 + 100, 5000);
        return bytes;
    }

    /** Make a folder that holds a tree, as far as any user may; owners are not kept. */
    static void write(FileTree tree, Path folder) throws IOException {
        for (FileTree.Entry each : tree.entries()) {
            writeEntry(each, folder.resolve(each.path().toString()), folder);
        }
        List<FileTree.Entry> deepestFirst = new java.util.ArrayList<>(tree.entries());
        java.util.Collections.reverse(deepestFirst);
        for (FileTree.Entry each : deepestFirst) {
            if (each.node() instanceof FileTree.Directory directory) {
                stamp(folder.resolve(each.path().toString()), directory.attributes());
            }
        }
    }

    private static void writeEntry(FileTree.Entry entry, Path place, Path folder) throws IOException {
        if (entry.node() instanceof FileTree.Directory) {
            Files.createDirectories(place);
        } else if (entry.node() instanceof FileTree.RegularFile file) {
            try (OutputStream out = Files.newOutputStream(place)) {
                file.content().copyTo(0, file.content().size(), Channels.newChannel(out));
            }
            stamp(place, file.attributes());
        } else if (entry.node() instanceof FileTree.Symlink link) {
            Files.createSymbolicLink(place, Path.of(link.target()));
            Files.getFileAttributeView(
                            place,
                            java.nio.file.attribute.BasicFileAttributeView.class,
                            java.nio.file.LinkOption.NOFOLLOW_LINKS)
                    .setTimes(FileTime.from(link.attributes().modified()), null, null);
        } else if (entry.node() instanceof FileTree.HardLink link) {
            Files.createLink(place, folder.resolve(link.target().toString()));
        }
    }

    private static void stamp(Path place, FileTree.Attributes attributes) throws IOException {
        Files.setLastModifiedTime(place, FileTime.from(attributes.modified()));
        Files.setAttribute(place, "unix:mode", attributes.mode());
    }

    /** Return all contents by path, hard links included. */
    static Map<String, String> contents(FileTree tree) {
        Map<String, String> contents = new TreeMap<>();
        tree.entries().forEach(each -> {
            if (each.node() instanceof FileTree.RegularFile file) {
                contents.put(each.path().toString(), Dump.content(file.content()));
            }
        });
        return contents;
    }

    static ByteSource image(Path file) {
        try {
            return ByteSource.ofFile(file, Files.size(file));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
