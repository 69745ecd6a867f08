package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Same tree, same bytes. */
class SquashfsLawTest {

    @TempDir
    private Path folder;

    private byte[] write(FileTree tree, Compression compression, int threads) throws IOException {
        Path file = folder.resolve("image");
        SquashfsOptions options = SquashfsOptions.of(compression, Samples.TIME).withBlockSize(16384);
        SquashfsWriter.write(tree, options.withThreads(threads), file);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "XZ", "ZSTD"})
    void theNumberOfThreadsMakesNoDifference(Compression compression) throws IOException {
        byte[] one = write(Samples.mixed(), compression, 1);

        assertThat(write(Samples.mixed(), compression, 2)).isEqualTo(one);
        assertThat(write(Samples.mixed(), compression, 7)).isEqualTo(one);
    }

    @Test
    void filesAndMemoryAndAnotherImageMakeNoDifference() throws IOException {
        byte[] fromMemory = write(Samples.mixed(), Compression.ZSTD, 2);
        Samples.write(Samples.mixed(), folder.resolve("tree"));
        FileTree scanned = Directories.scan(folder.resolve("tree"))
                .withAttributes(each -> new Attributes(each.mode(), 0, 0, each.modified(), each.xattrs()));
        Path image = Files.write(folder.resolve("first"), fromMemory);

        assertThat(write(scanned, Compression.ZSTD, 2)).isEqualTo(fromMemory);
        assertThat(write(Squashfs.open(Samples.image(image)).tree(), Compression.ZSTD, 2))
                .isEqualTo(fromMemory);
    }

    @Test
    void theOrderInWhichATreeIsBuiltMakesNoDifference() throws IOException {
        List<FileTree.Entry> entries = new ArrayList<>(Samples.mixed().entries());
        Collections.reverse(entries);
        FileTree.Builder reversed = Samples.builder();
        entries.forEach(each -> reversed.add(each.path(), each.node()));

        assertThat(write(reversed.build(), Compression.GZIP, 2)).isEqualTo(write(Samples.mixed(), Compression.GZIP, 2));
    }

    /** What an earlier release wrote is written for ever; a library that compresses otherwise is noticed here. */
    @ParameterizedTest
    @CsvSource({"GZIP, b25ce78b85f0c837", "XZ, 9a3bd1f3a2e12b6c", "ZSTD, 8d81968bc30a794c"})
    void theBytesNeverChange(Compression compression, String digest) throws IOException {
        assertThat(Digest.compute(Digest.Algorithm.SHA_256, write(Samples.mixed(), compression, 2))
                        .hex())
                .startsWith(digest);
    }

    @Test
    void equalFilesAreStoredOnce() throws IOException {
        FileTree one = Samples.builder().file("a", Samples.noise(1, 50_000)).build();
        FileTree three = Samples.builder()
                .file("a", Samples.noise(1, 50_000))
                .file("b", Samples.noise(1, 50_000))
                .file("c", Samples.noise(1, 50_000))
                .build();

        assertThat(write(three, Compression.XZ, 2)).hasSameSizeAs(write(one, Compression.XZ, 2));
    }
}
