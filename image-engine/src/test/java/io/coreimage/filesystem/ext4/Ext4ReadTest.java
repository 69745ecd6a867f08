package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskWriter;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was planned comes back, and so does what others made. */
class Ext4ReadTest {

    @TempDir
    Path folder;

    static Stream<Arguments> shapes() {
        return Stream.of(Ext4Features.MID, Ext4Features.FULL)
                .flatMap(features -> Stream.of(1024, 2048, 4096).map(size -> Arguments.of(features, size)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void readsBackWhatWasPlanned(Ext4Features features, int blockSize) throws IOException {
        FileTree tree = Trees.everything();
        Ext4Options options = Trees.options(Size.ofMiB(40), features).withBlockSize(blockSize);
        Ext4 read = Ext4.open(Ext4Planner.plan(tree, options).asSource());
        assertSame(read.tree(), withLostAndFound(tree));
        assertThat(read.label()).isEqualTo("writable");
        assertThat(read.uuid()).isEqualTo(Trees.IDS.uuid());
        assertThat(read.created()).isEqualTo(Trees.TIME);
        assertThat(read.usage()).isEqualTo(Ext4Planner.usage(tree, options));
    }

    @Test
    void planningWhatWasReadGivesTheSameBytes() throws IOException {
        Ext4Options options = Trees.options(Size.ofMiB(40), Ext4Features.FULL);
        ByteSource first =
                Ext4Planner.plan(withLostAndFound(Trees.everything()), options).asSource();
        FileTree read = Ext4.open(first).tree();
        ByteSource second = Ext4Planner.plan(read, options).asSource();
        FileTree readAgain = Ext4.open(second).tree();
        assertThat(Trees.digest(Ext4Planner.plan(readAgain, options).asSource()))
                .isEqualTo(Trees.digest(second));
    }

    @ParameterizedTest
    @MethodSource("options")
    void readsWhatMke2fsMade(String options) throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        writeSome(tree);
        Path image = folder.resolve("image");
        List<Object> command = new ArrayList<>(List.of("-q", "-F", "-d", tree));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of(image, "48M"));
        Foreign.tool("mke2fs").run(command.toArray());
        FileTree read = Ext4.open(ByteSource.ofFile(image, Files.size(image))).tree();
        FileTree expected = Directories.scan(tree);
        assertThat(ExpectedTree.filesOf(read)).isEqualTo(ExpectedTree.filesOf(expected));
        for (String path : ExpectedTree.filesOf(expected)) {
            assertThat(content(read, path)).as(path).isEqualTo(content(expected, path));
        }
        assertThat(Ext4.check(ByteSource.ofFile(image, Files.size(image)))).isEmpty();
    }

    static Stream<String> options() {
        return Stream.of(
                "-t ext4",
                "-t ext4 -b 1024 -I 128",
                "-t ext4 -O metadata_csum_seed,^resize_inode",
                "-t ext4 -O ^metadata_csum,^64bit,^flex_bg",
                "-t ext3",
                "-t ext2 -b 1024");
    }

    private static void writeSome(Path root) throws IOException {
        Files.write(root.resolve("large"), Trees.noise(1, 3_000_000));
        Files.write(root.resolve("empty"), new byte[0]);
        Files.createSymbolicLink(root.resolve("link"), Path.of("long/".repeat(30)));
        Path many = Files.createDirectory(root.resolve("many"));
        for (int i = 0; i < 500; i++) {
            Files.write(many.resolve("a name that is not short " + i), Trees.noise(i, i * 7));
        }
    }

    private static Object content(FileTree tree, String path) throws IOException {
        FileTree.Node node = tree.find(path);
        FileTree.Node target =
                node instanceof FileTree.HardLink link ? tree.find(link.target().toString()) : node;
        assertThat(target).isInstanceOf(FileTree.RegularFile.class);
        return Trees.digest(((FileTree.RegularFile) target).content());
    }

    static FileTree withLostAndFound(FileTree tree) {
        return Trees.builder()
                .graft("", tree)
                .add("lost+found", new FileTree.Directory(Attributes.of(0700, Trees.TIME)))
                .build();
    }

    private static void assertSame(FileTree actual, FileTree expected) throws IOException {
        assertThat(ExpectedTree.of(actual)).isEqualTo(ExpectedTree.of(expected));
        for (String path : ExpectedTree.filesOf(expected)) {
            assertThat(content(actual, path)).as(path).isEqualTo(content(expected, path));
        }
        for (FileTree.Entry each : expected.entries()) {
            if (!(each.node() instanceof FileTree.HardLink)) {
                FileTree.Node node = actual.find(each.path().toString());
                if (!(node instanceof FileTree.HardLink)) {
                    assertThat(Member.attributesOf(node))
                            .as(each.path().toString())
                            .isEqualTo(Member.attributesOf(each.node()));
                }
            }
        }
    }

    @Test
    void holesStayHoles() throws IOException {
        FileTree tree = Trees.builder().file("sieve", Trees.sieve(3)).build();
        Path image = folder.resolve("image");
        DiskWriter.write(Ext4Planner.plan(tree, Trees.options(Size.ofMiB(40), Ext4Features.MID)), image);
        FileTree.Node read =
                Ext4.open(ByteSource.ofFile(image, Files.size(image))).tree().find("sieve");
        assertThat(((FileTree.RegularFile) read).content().dataRanges()).hasSize(3);
    }
}
