package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.KernelMount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we write is what unsquashfs and we ourselves read. */
class SquashfsWriterTest {

    @TempDir
    private Path folder;

    private Path write(FileTree tree, Compression compression) throws IOException {
        Path file = folder.resolve(compression + ".squashfs");
        SquashfsWriter.write(tree, SquashfsOptions.of(compression, Samples.TIME).withThreads(2), file);
        return file;
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "XZ", "ZSTD"})
    void weReadWhatWeWrote(Compression compression) throws IOException {
        Squashfs image = Squashfs.open(Samples.image(write(Samples.mixed(), compression)));

        assertThat(Dump.of(image.tree())).isEqualTo(Dump.of(Samples.mixed()));
        assertThat(image.compression()).isEqualTo(compression);
        assertThat(image.made()).isEqualTo(Samples.TIME);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "XZ", "ZSTD"})
    void unsquashfsGivesTheFolderBack(Compression compression) throws IOException {
        Path source = folder.resolve("source");
        Samples.write(Samples.mixed(), source);
        Path file = write(Samples.mixed(), compression);

        Foreign.tool("unsquashfs").run("-d", folder.resolve("copy"), file);

        assertThat(Foreign.tool("diff").run("-r", "--no-dereference", source, folder.resolve("copy")))
                .isEmpty();
        assertThat(listing(folder.resolve("copy"))).isEqualTo(listing(source));
        assertThat(Foreign.tool("unsquashfs").run("-s", file)).contains("Filesystem is exportable via NFS");
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "XZ", "ZSTD"})
    void theKernelReadsEveryFile(Compression compression) throws IOException {
        Path source = folder.resolve("source");
        Samples.write(Samples.mixed(), source);

        try (KernelMount mount = KernelMount.readOnly("squashfs", write(Samples.mixed(), compression))) {
            assertThat(Foreign.tool("diff").run("-r", "--no-dereference", source, mount.folder()))
                    .isEmpty();
            assertThat(listing(mount.folder())).isEqualTo(listing(source));
        }
    }

    /** Sorted, since each disk lists a folder in an order of its own. */
    private static List<String> listing(Path where) {
        return Foreign.tool("find")
                .in(where)
                .run(".", "-printf", "%p %M %T@ %n %y %l\n")
                .lines()
                .sorted()
                .toList();
    }

    @Test
    void sizeIsAMultipleOfFourKibibytesAndAtLeastTheMinimum() throws IOException {
        Path file = folder.resolve("small");
        SquashfsOptions options = SquashfsOptions.of(Compression.XZ, Samples.TIME);

        SquashfsWriter.write(FileTree.empty(), options, file);
        assertThat(file).hasSize(4096);
        SquashfsWriter.write(FileTree.empty(), options.withMinimumSize(16384), file);
        assertThat(file).hasSize(16384);
        assertThat(Squashfs.open(Samples.image(file)).tree().size()).isEqualTo(1);
        assertThat(Directories.list(folder)).hasSize(1);
    }
}
