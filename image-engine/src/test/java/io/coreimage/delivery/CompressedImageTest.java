package io.coreimage.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.problem.FaultException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompressedImageTest {

    @TempDir
    private Path folder;

    /** A writer of one format, with the program that judges it. */
    private record Format(String tool, String extension, Writer writer) {

        @Override
        public String toString() {
            return tool;
        }
    }

    private interface Writer {
        void write(DiskPlan disk, Path file, int threads) throws IOException;
    }

    static Stream<Format> formats() {
        return Stream.of(
                new Format("xz", "xz", CompressedImage::writeXz),
                new Format("zstd", "zst", CompressedImage::writeZstandard),
                new Format("gzip", "gz", CompressedImage::writeGzip));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theFormatsOwnProgramGivesTheDiskBack(Format format) throws IOException {
        DiskPlan disk = disk();
        Path raw = folder.resolve("disk.img");
        Path packed = Files.createDirectory(folder.resolve("packed")).resolve("disk.img." + format.extension());
        DiskWriter.write(disk, raw);
        format.writer().write(disk, packed, 2);
        Foreign.tool(format.tool()).run("-t", packed);
        Foreign.tool(format.tool()).run("-d", "-k", packed);
        assertThat(Files.size(packed)).isBetween(9_000_001L, 9_000_001L + 700_000);
        assertThat(Files.mismatch(raw, packed.resolveSibling("disk.img"))).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void littleBesideSnapsIsGivenBackToo(Format format) throws IOException {
        DiskPlan disk = disk(1_000);
        assertThat(StreamPlan.of(disk).effort()).isEqualTo(Effort.LIGHT);
        Path raw = folder.resolve("disk.img");
        Path packed = Files.createDirectory(folder.resolve("packed")).resolve("disk.img." + format.extension());
        DiskWriter.write(disk, raw);
        format.writer().write(disk, packed, 2);
        Foreign.tool(format.tool()).run("-t", packed);
        Foreign.tool(format.tool()).run("-d", "-k", packed);
        assertThat(Files.mismatch(raw, packed.resolveSibling("disk.img"))).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMG_XZ", "IMG_ZST", "IMG_GZ"})
    void theSumIsThatOfTheFile(OutputFormat format) throws IOException {
        Path file = folder.resolve("disk");
        Map<Path, Digest> sums = new ImageWriter(2, true).write(disk(1_000), Map.of(format, file));
        assertThat(Foreign.tool("sha256sum").run("-b", file))
                .startsWith(sums.get(file).hex());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theNumberOfThreadsMakesNoDifference(Format format) throws IOException {
        DiskPlan disk = disk();
        Path one = folder.resolve("1");
        format.writer().write(disk, one, 1);
        for (int threads : new int[] {2, 8}) {
            Path many = folder.resolve("" + threads);
            format.writer().write(disk, many, threads);
            assertThat(Files.mismatch(one, many)).isEqualTo(-1);
        }
    }

    @Test
    void whatASourceSaysIsHeard() {
        Digest digest = Digest.compute(Digest.Algorithm.SHA_256, "");
        ByteSource broken = ByteSource.computed(ContentId.ofWhole(digest, 512), () -> {
            throw new FaultException("cannot read \"pc.snap\": it ends early", null);
        });
        Path file = folder.resolve("disk.img.xz");
        assertThatThrownBy(() -> CompressedImage.writeXz(DiskPlan.of(broken), file, 2))
                .isInstanceOf(FaultException.class)
                .hasMessage("cannot read \"pc.snap\": it ends early");
        assertThat(folder).isEmptyDirectory();
    }

    /** Text, noise that counts as packed, zeros of odd lengths, and small pieces of each. */
    private static DiskPlan disk() {
        return disk(500_000);
    }

    private static DiskPlan disk(int sentences) {
        byte[] noise = new byte[9_000_001];
        new Random(7).nextBytes(noise);
        byte[] text = "core-image writes a disk as a value. ".repeat(sentences).getBytes(StandardCharsets.US_ASCII);
        return DiskPlan.builder((300L << 20) + 512)
                .put(0, "boot".getBytes(StandardCharsets.US_ASCII))
                .put(1 << 20, ByteSource.packed(ByteSource.of(noise)))
                .put(12 << 20, text)
                .put(40 << 20, new byte[] {1})
                .put(50 << 20, ByteSource.packed(ByteSource.of(new byte[] {2})))
                .put((300L << 20) - 4, new byte[] {3, 4, 5, 6})
                .build();
    }
}
