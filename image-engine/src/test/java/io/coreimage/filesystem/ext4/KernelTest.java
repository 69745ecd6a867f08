package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskWriter;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.KernelMount;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel reads what was planned, writes to it, and it can grow to twice its size. */
class KernelTest {

    private static final int PIECE = 1 << 20;

    @TempDir
    Path folder;

    static Stream<Arguments> images() {
        return Stream.of("mid", "full")
                .flatMap(features -> Stream.of(
                        Arguments.of(features, "empty", Trees.empty(), Size.ofMiB(1)),
                        Arguments.of(features, "everything in small blocks", Trees.everything(), Size.ofMiB(32)),
                        Arguments.of(features, "everything", Trees.everything(), Size.ofMiB(64)),
                        Arguments.of(features, "8,000 long names", Trees.longNames(8000), Size.ofMiB(64)),
                        Arguments.of(features, "20,000 files", Trees.manyFiles(20_000), Size.ofMiB(300)),
                        Arguments.of(features, "a sparse file", sparse(), Size.ofMiB(600))));
    }

    private static FileTree sparse() {
        ByteSource three = ByteSource.concat(List.of(
                ByteSource.zeros(1L << 30),
                ByteSource.of(Trees.text("middle")),
                ByteSource.zeros(2L << 30),
                ByteSource.of(Trees.text("end"))));
        return Trees.builder().file("3 GiB", three).build();
    }

    @ParameterizedTest(name = "{0}: {1} in {3}")
    @MethodSource("images")
    void theKernelReadsWritesAndGrowsIt(String features, String name, FileTree tree, Size size) throws IOException {
        Path image = folder.resolve("ext4.img");
        DiskWriter.write(Ext4Planner.plan(tree, Trees.options(size, Ext4Features.named(features))), image);
        try (KernelMount mount = KernelMount.readWrite("ext4", image)) {
            assertThat(ExpectedTree.ofFolder(mount.folder())).isEqualTo(ExpectedTree.of(withLostAndFound(tree)));
            compareContents(tree, mount.folder());
            compareXattrs(tree, mount.folder());
            writeSome(mount.folder());
        }
        checkIsClean(image);
        Foreign.tool("resize2fs").run("-f", image, size.bytes() / 1024 * 2 + "K");
        checkIsClean(image);
        try (KernelMount mount = KernelMount.readWrite("ext4", image)) {
            compareContents(tree, mount.folder());
            writeSome(mount.folder());
        }
        checkIsClean(image);
    }

    private static FileTree withLostAndFound(FileTree tree) {
        return Trees.builder()
                .graft("", tree)
                .add("lost+found", new FileTree.Directory(Attributes.of(0700, Trees.TIME)))
                .build();
    }

    private static void compareContents(FileTree tree, Path root) throws IOException {
        for (String path : ExpectedTree.filesOf(tree)) {
            FileTree.Node node = tree.find(path);
            if (node instanceof FileTree.HardLink link) {
                node = tree.find(link.target().toString());
            }
            ByteSource content = ((FileTree.RegularFile) node).content();
            assertSame(root.resolve(path), content);
        }
    }

    /** Compare piece by piece: a digest of three gibibytes of holes would take longer than all the rest. */
    private static void assertSame(Path file, ByteSource content) throws IOException {
        assertThat(file).hasSize(content.size());
        ByteSource actual = ByteSource.ofFile(file, content.size());
        for (long from = 0; from < content.size(); from += PIECE) {
            int count = (int) Math.min(PIECE, content.size() - from);
            assertThat(actual.read(from, count)).as("%s at %d", file, from).isEqualTo(content.read(from, count));
        }
    }

    private static void compareXattrs(FileTree tree, Path root) throws IOException {
        for (FileTree.Entry each : tree.entries()) {
            if (each.node() instanceof FileTree.RegularFile file) {
                compareXattrs(file.attributes(), root.resolve(each.path().toString()));
            }
        }
    }

    private static void compareXattrs(Attributes attributes, Path file) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        List<String> names = attributes.xattrs().keySet().stream()
                .filter(each -> each.startsWith("user."))
                .map(each -> each.substring("user.".length()))
                .toList();
        assertThat(view.list()).as(file.toString()).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            ByteBuffer value = ByteBuffer.allocate(view.size(name));
            view.read(name, value);
            assertThat(value.array())
                    .as(name)
                    .isEqualTo(attributes.xattrs().get("user." + name).readAll());
        }
    }

    private static void writeSome(Path root) throws IOException {
        Path written = Files.createDirectories(root.resolve("written"));
        for (int i = 0; i < 100; i++) {
            Files.write(written.resolve("file " + i + " " + "long".repeat(i % 20)), Trees.noise(i, i * 13));
        }
        for (int i = 0; i < 100; i += 3) {
            Files.delete(written.resolve("file " + i + " " + "long".repeat(i % 20)));
        }
        Path indexed = root.resolve("indexed");
        for (int i = 0; Files.isDirectory(indexed) && i < 100; i++) {
            Files.write(indexed.resolve("further " + "name ".repeat(10) + i), new byte[0]);
        }
    }

    private static void checkIsClean(Path image) throws IOException {
        assertThat(Ext4.check(ByteSource.ofFile(image, Files.size(image)))).isEmpty();
        String said = Foreign.tool("e2fsck").run("-fn", image);
        assertThat(said.lines()).as(said).hasSize(6);
    }
}
