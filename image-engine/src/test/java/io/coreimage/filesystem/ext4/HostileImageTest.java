package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.Allocation;
import io.coreimage.testkit.MutableBytes;
import java.io.IOException;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The most that a mebibyte can unfold into is read or refused with 64 MiB, all that was given back included. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileImageTest {

    private static final long LIMIT = 64 << 20;

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of("names", names(0, 60_000)),
                Arguments.of("names far down", names(300, 12_000)),
                Arguments.of("folders in folders", names(700, 1)),
                Arguments.of("files", files(2500)),
                Arguments.of(
                        "pieces",
                        Trees.builder().file("sieve", Trees.sieve(900)).build()),
                Arguments.of("attributes", attributes()));
    }

    /** Many names of one file, so many folders down. */
    private static FileTree names(int depth, int count) {
        TreePath folder = TreePath.ROOT;
        for (int i = 0; i < depth; i++) {
            folder = folder.resolve("d");
        }
        FileTree.Builder tree = Trees.builder().file("f", new byte[1]);
        for (int i = 0; i < count; i++) {
            tree.add(
                    folder.resolve(Integer.toString(i, Character.MAX_RADIX) + "-"),
                    new FileTree.HardLink(TreePath.of("f")));
        }
        return tree.build();
    }

    private static FileTree files(int count) {
        FileTree.Builder tree = Trees.builder();
        for (int i = 0; i < count; i++) {
            tree.file("f" + i, new byte[0]);
        }
        return tree.build();
    }

    /** One block of attributes that every file has. */
    private static FileTree attributes() {
        TreeMap<String, ByteSource> xattrs = new TreeMap<>();
        for (int i = 0; i < 25; i++) {
            xattrs.put("user." + i, ByteSource.of(Trees.text("value")));
        }
        FileTree.Builder tree = Trees.builder();
        Attributes attributes = new Attributes(0644, 0, 0, Trees.TIME, xattrs);
        for (int i = 0; i < 1000; i++) {
            tree.add("f" + i, new FileTree.RegularFile(attributes, ByteSource.of(new byte[0])));
        }
        return tree.build();
    }

    private static MutableBytes image(FileTree tree, Ext4Features features) throws IOException {
        Ext4Options options = Trees.options(Size.ofMiB(1), features).withBlockSize(1024);
        return new MutableBytes(Ext4Planner.plan(tree, options).asSource().readAll());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void aMebibyteNeedsNoMoreThanSixtyFour(String name, FileTree tree) throws IOException {
        for (Ext4Features features : new Ext4Features[] {Ext4Features.MID, Ext4Features.FULL}) {
            MutableBytes image = image(tree, features);
            assertThat(Allocation.of(() -> Ext4.check(image))).as("check").isLessThan(LIMIT);
            assertThat(Allocation.of(() -> readOrRefuse(image))).as("tree").isLessThan(LIMIT);
        }
    }

    private static void readOrRefuse(ByteSource image) throws IOException {
        try {
            Ext4.open(image).tree();
        } catch (MalformedException ex) {
            assertThat(ex).hasMessageEndingWith("the tree is larger than an image of this size can honestly hold");
        }
    }

    @Test
    void manyNamesFarDownAreRefused() throws IOException {
        MutableBytes image = image(names(300, 12_000), Ext4Features.MID);
        assertThatThrownBy(() -> Ext4.open(image).tree())
                .isInstanceOf(MalformedException.class)
                .hasMessageMatching("malformed directory at offset \\d+: "
                        + "the tree is larger than an image of this size can honestly hold");
    }

    @Test
    void whatAnImageHonestlyHoldsIsRead() throws IOException {
        assertThat(Ext4.open(image(files(2500), Ext4Features.FULL)).tree().size())
                .isEqualTo(2502);
        assertThat(Ext4.open(image(attributes(), Ext4Features.FULL)).tree().size())
                .isEqualTo(1002);
    }
}
