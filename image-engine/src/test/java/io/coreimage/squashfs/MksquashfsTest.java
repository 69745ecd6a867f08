package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.FileTree;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mksquashfs wrote, with every compressor and many options, is what we read. */
class MksquashfsTest {

    private static final FileTree TREE = Samples.mixed();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeFolder() throws IOException {
        Samples.write(TREE, folder.resolve("tree"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-comp gzip",
                "-comp gzip -Xcompression-level 1 -no-exports -no-xattrs",
                "-comp gzip -Xstrategy filtered,huffman_only,fixed",
                "-comp gzip -noI -noId -noD -noF",
                "-comp lzo",
                "-comp lzo -Xalgorithm lzo1x_1 -no-fragments",
                "-comp lzo -Xalgorithm lzo1x_1_15 -b 4096",
                "-comp lz4",
                "-comp lz4 -Xhc -no-fragments",
                "-comp lzma",
                "-comp xz",
                "-comp xz -no-fragments -no-xattrs",
                "-comp xz -Xbcj x86",
                "-comp xz -Xbcj x86,arm,armthumb,powerpc,sparc,ia64 -b 1M",
                "-comp xz -Xdict-size 25% -b 64K",
                "-comp xz -b 4096 -always-use-fragments -no-duplicates",
                "-comp zstd",
                "-comp zstd -Xcompression-level 22 -b 1M -always-use-fragments",
                "-comp zstd -Xcompression-level 1 -no-fragments -no-sparse",
                "-comp zstd -b 8192 -tailends"
            })
    void everyImageHoldsTheTree(String options) throws IOException {
        Squashfs image = Squashfs.open(Samples.image(make(options)));

        assertThat(Dump.of(image.tree())).isEqualTo(Dump.of(TREE));
    }

    private static Path make(String options) throws IOException {
        Path file = Files.createTempFile(folder, "image", ".squashfs");
        List<Object> arguments = new ArrayList<>(List.of(folder.resolve("tree"), file, "-noappend", "-all-root"));
        arguments.addAll(List.of("-no-progress", "-mkfs-time", Samples.TIME.getEpochSecond()));
        arguments.addAll(Arrays.asList(options.split(" ")));
        Foreign.tool("mksquashfs").run(arguments.toArray());
        return file;
    }

    @Test
    void sizesAndTimesOfTheImageAreThere() throws IOException {
        Squashfs image = Squashfs.open(Samples.image(make("-comp zstd")));

        assertThat(image.compression()).isEqualTo(Compression.ZSTD);
        assertThat(image.made()).isEqualTo(Samples.TIME);
    }
}
