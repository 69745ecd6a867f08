package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.bytes.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes the small file systems that fuzzing starts from; run by hand. */
final class FuzzCorpus {

    private static final Path FOLDER =
            Path.of("src/test/resources/io/coreimage/filesystem/ext4/Ext4FuzzTestInputs/aFileSystemIsReadOrRefused");

    private FuzzCorpus() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (String features : new String[] {"mid", "full"}) {
            write(features + "-empty", Trees.empty(), features, 40);
            write(features + "-everything", small(), features, 96);
        }
    }

    private static void write(String name, FileTree tree, String features, int kibibytes) throws IOException {
        Ext4Options options = Trees.options(Size.ofKiB(kibibytes), Ext4Features.named(features));
        byte[] disk = Ext4Planner.plan(tree, options).asSource().readAll();
        Files.write(FOLDER.resolve(name), disk);
    }

    private static FileTree small() {
        FileTree.Builder tree = Trees.builder();
        tree.add("sieve", new FileTree.RegularFile(Attributes.file(Trees.TIME), Trees.sieve(5)));
        tree.symlink("s", "target");
        tree.symlink("l", "target".repeat(20));
        tree.add("null", new FileTree.Device(Attributes.of(0600, Trees.TIME), false, 1, 3));
        tree.file("once", Trees.text("twice"));
        tree.add("twice", new FileTree.HardLink(TreePath.of("once")));
        for (int i = 0; i < 5; i++) {
            tree.file("indexed/" + "n".repeat(240) + i, new byte[0]);
        }
        Map<String, ByteSource> xattrs =
                Map.of("user.small", ByteSource.of(Trees.text("1")), "user.large", ByteSource.of(Trees.noise(1, 100)));
        tree.add("xattrs", new FileTree.Directory(new Attributes(0755, 0, 0, Trees.TIME, new TreeMap<>(xattrs))));
        return tree.build();
    }
}
