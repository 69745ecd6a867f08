package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskWriter;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.ForeignTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignCheckTest {

    @TempDir
    Path folder;

    static Stream<Arguments> images() {
        return Stream.of("mid", "full")
                .flatMap(features -> Stream.of(
                                image("empty", Trees.empty(), Size.ofMiB(1)),
                                image("empty", Trees.empty(), Size.ofMiB(2)),
                                image("one file", Trees.oneFile(), Size.ofMiB(8)),
                                image("everything", Trees.everything(), Size.ofMiB(32)),
                                image("everything", Trees.everything(), Size.ofMiB(64)),
                                image("20,000 files", Trees.manyFiles(20_000), Size.ofMiB(300)),
                                image("8,000 long names", Trees.longNames(8000), Size.ofMiB(64)),
                                image("everything", Trees.everything(), Size.ofMiB(750)))
                        .map(each -> Arguments.of(features, each[0], each[1], each[2])));
    }

    private static Object[] image(String name, FileTree tree, Size size) {
        return new Object[] {name, tree, size};
    }

    @ParameterizedTest(name = "{0}: {1} in {3}")
    @MethodSource("images")
    void e2fsckFindsNothingToSay(String features, String name, FileTree tree, Size size) throws IOException {
        Path image = folder.resolve("ext4.img");
        DiskWriter.write(Ext4Planner.plan(tree, Trees.options(size, Ext4Features.named(features))), image);
        ForeignTool.Verdict verdict = Foreign.tool("e2fsck").judge("-fn", image);
        assertThat(verdict.output()).matches("""
                Pass 1: Checking inodes, blocks, and sizes
                Pass 2: Checking directory structure
                Pass 3: Checking directory connectivity
                Pass 4: Checking reference counts
                Pass 5: Checking group summary information
                writable: \\d+/\\d+ files \\(.*% non-contiguous\\), \\d+/\\d+ blocks
                """);
        assertThat(verdict.status()).isZero();
    }
}
