package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.TreePath;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.KernelMount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trees of every shape: unsquashfs and the kernel give ours back, and we give back those of mksquashfs. */
class GeneratedTreesTest {

    private static final String ALL = "gzip,xz,xz -Xbcj x86,lzo,lz4,zstd";
    private static final String QUICK = "gzip,zstd";

    @TempDir
    private Path folder;

    enum Shape {
        EMPTY(Compression.XZ, ALL),
        ONE_FILE(Compression.GZIP, ALL),
        MANY_FILES(Compression.ZSTD, "zstd"),
        DEEP(Compression.XZ, ALL),
        LONG_NAMES(Compression.GZIP, ALL),
        SPARSE(Compression.ZSTD, QUICK),
        ODD_MODES_AND_OWNERS(Compression.XZ, ALL),
        LINKS(Compression.ZSTD, ALL);

        private final Compression ours;
        private final String theirs;

        Shape(Compression ours, String theirs) {
            this.ours = ours;
            this.theirs = theirs;
        }

        FileTree tree() {
            FileTree.Builder tree = Samples.builder();
            switch (this) {
                case EMPTY -> {}
                case ONE_FILE -> tree.add("hello", Samples.file(0644, Samples.text(1, 5000)));
                case MANY_FILES -> addManyFiles(tree);
                case DEEP -> tree.file("deep/".repeat(200) + "down", Samples.text(2, 300));
                case LONG_NAMES -> addLongNames(tree);
                case SPARSE -> tree.add("sparse", new FileTree.RegularFile(attributes(0644, 0, 0), sparse()));
                case ODD_MODES_AND_OWNERS -> addOddOnes(tree);
                case LINKS -> addLinks(tree);
            }
            return tree.build();
        }
    }

    private static void addManyFiles(FileTree.Builder tree) {
        for (int i = 0; i < 20_000; i++) {
            tree.file("many/file-" + i, Samples.text(i % 50, i % 500));
        }
    }

    private static void addLongNames(FileTree.Builder tree) {
        tree.file("n".repeat(255), Samples.text(1, 10));
        for (int i = 0; i < 300; i++) {
            tree.file("ä".repeat(120) + "/" + "ö".repeat(125) + (10_000 + i), Samples.text(i, 20));
        }
    }

    private static ByteSource sparse() {
        return ByteSource.concat(List.of(
                ByteSource.of(Samples.noise(1, 5000)),
                ByteSource.zeros(2L << 30),
                ByteSource.of(Samples.text(2, 200_000)),
                ByteSource.zeros((1L << 30) - 205_001),
                ByteSource.of(Samples.noise(3, 1))));
    }

    private static Attributes attributes(int mode, long owner, long group) {
        return new Attributes(mode, owner, group, Instant.ofEpochSecond(0xFFFF_FFFEL), Collections.emptySortedMap());
    }

    private static void addOddOnes(FileTree.Builder tree) {
        for (int mode : List.of(0, 07, 0111, 01777, 02755, 04711, 06755, 07777)) {
            tree.add(
                    "file-" + mode,
                    new FileTree.RegularFile(attributes(mode, mode, 65_534), ByteSource.of(new byte[1])));
            tree.add("folder-" + mode, new FileTree.Directory(attributes(mode, 0xFFFF_FFFEL, 123_456_789)));
        }
        tree.add("null", new FileTree.Device(attributes(0666, 0, 0), false, 1, 3));
        tree.add("disk", new FileTree.Device(attributes(0660, 0, 6), true, 259, 1000));
        tree.add("pipe", new FileTree.Fifo(attributes(0600, 1, 1)));
        tree.add("socket", new FileTree.Socket(attributes(0755, 1, 1)));
    }

    private static void addLinks(FileTree.Builder tree) {
        tree.file("a", Samples.text(1, 300_000)).symlink("to-a", "a").symlink("to-nothing", "/no/such/file");
        tree.symlink("long", "../" + "long/".repeat(100)).symlink("loop", "loop");
        for (int i = 0; i < 300; i++) {
            tree.add("many/" + i, new FileTree.HardLink(TreePath.of("long")));
            tree.add("names/of-a-" + i, new FileTree.HardLink(TreePath.of("a")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesThereAndBackAgain(Shape shape) throws IOException {
        FileTree tree = shape.tree();
        String expected = Dump.of(tree);
        Path image = folder.resolve("ours");
        SquashfsWriter.write(tree, SquashfsOptions.of(shape.ours, Samples.TIME).withThreads(2), image);
        Foreign.requireMachine(
                "owners and devices", Foreign.tool("id").run("-u").strip().equals("0"));

        assertThat(Dump.of(Squashfs.open(Samples.image(image)).tree())).isEqualTo(expected);
        Foreign.tool("unsquashfs").run("-d", folder.resolve("copy"), image);
        assertThat(Dump.of(Directories.scan(folder.resolve("copy")))).isEqualTo(expected);
        for (String each : shape.theirs.split(",")) {
            Path theirs = mksquashfs(folder.resolve("copy"), each);
            assertThat(Dump.of(Squashfs.open(Samples.image(theirs)).tree()))
                    .as(each)
                    .isEqualTo(expected);
        }
        try (KernelMount mount = KernelMount.readOnly("squashfs", image)) {
            assertThat(Dump.of(Directories.scan(mount.folder()))).isEqualTo(expected);
        }
    }

    private Path mksquashfs(Path source, String options) {
        Path file = folder.resolve("theirs");
        List<Object> arguments = new ArrayList<>(List.of(source, file, "-noappend", "-no-progress", "-comp"));
        arguments.addAll(Arrays.asList(options.split(" ")));
        Foreign.tool("mksquashfs").run(arguments.toArray());
        return file;
    }
}
