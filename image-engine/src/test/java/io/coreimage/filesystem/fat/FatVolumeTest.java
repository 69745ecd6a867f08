package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.FileTree.Symlink;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.SectorSize;
import io.coreimage.disk.WriteOptions;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FatVolumeTest {

    @TempDir
    Path folder;

    static Stream<FatFormat> formats() {
        return Stream.of(
                format(Size.ofMiB(12)),
                format(Size.ofMiB(7)),
                format(Size.ofMiB(50)).withType(FatType.FAT32),
                format(Size.ofMiB(1200)),
                FatFormat.of(Size.ofMiB(60), SectorSize.BYTES_4096, "", FatTrees.TIME),
                FatFormat.of(Size.ofMiB(700), SectorSize.BYTES_4096, "ubuntu-boot", FatTrees.TIME));
    }

    private static FatFormat format(Size size) {
        return FatFormat.of(size, SectorSize.BYTES_512, "UBUNTU", FatTrees.TIME);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyTreeComesBackAndNothingIsWrong(FatFormat format) throws IOException {
        for (FatTrees each : FatTrees.values()) {
            FatPlan plan = FatPlan.of(each.tree(), format);
            FatVolume volume = FatVolume.open(plan.disk().asSource());
            assertThat(volume.check()).as(each.name()).isEmpty();
            assertThat(volume.label()).isEqualTo(format.label());
            assertThat(volume.usage()).isEqualTo(plan.usage());
            compare(volume.tree(), each.tree());
        }
    }

    private static void compare(FileTree read, FileTree written) throws IOException {
        assertThat(read.entries())
                .extracting(FileTree.Entry::path)
                .isEqualTo(written.entries().stream().map(FileTree.Entry::path).toList());
        for (FileTree.Entry entry : written.entries()) {
            if (!(entry.node() instanceof FileTree.Directory)) {
                RegularFile file = (RegularFile) read.find(entry.path().toString());
                assertThat(file.content().readAll())
                        .as(entry.path().toString())
                        .isEqualTo(FatTrees.content(written, entry.node()).readAll());
                assertThat(file.attributes().modified()).isEqualTo(FatTrees.TIME);
            }
        }
    }

    @Test
    void readsAVolumeThatMkfsAndMcopyMade() throws IOException {
        for (String[] options : new String[][] {{}, {"-F", "32", "-s", "1"}, {"-F", "16"}, {"-S", "4096"}}) {
            Path image = folder.resolve("foreign");
            try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
                file.setLength(64 << 20);
            }
            Object[] arguments = Stream.concat(Stream.of("-n", "FOREIGN", "-i", "1234abcd"), Stream.of(options))
                    .toArray();
            Foreign.tool("mkfs.vfat")
                    .run(Stream.concat(Stream.of(arguments), Stream.of(image)).toArray());
            Path top = Files.createDirectories(folder.resolve("top"));
            Files.writeString(
                    Files.createDirectories(top.resolve("sub/Long Directory")).resolve("Größe.txt"), "groß");
            Files.write(top.resolve("large.bin"), new byte[100_000]);
            Foreign.tool("mcopy")
                    .with("MTOOLS_SKIP_CHECK", "1")
                    .run("-s", "-i", image, top.resolve("sub"), top.resolve("large.bin"), "::");

            FatVolume volume = FatVolume.open(ByteSource.ofFile(image, Files.size(image)));
            assertThat(volume.check()).isEmpty();
            assertThat(volume.label()).isEqualTo("FOREIGN");
            assertThat(volume.volumeId()).isEqualTo(0x1234ABCDL);
            RegularFile file = (RegularFile) volume.tree().find("sub/Long Directory/Größe.txt");
            assertThat(file.content().readAll()).isEqualTo("groß".getBytes(StandardCharsets.UTF_8));
            Files.delete(image);
        }
    }

    @ParameterizedTest
    @EnumSource(FatTrees.class)
    void theSameTreeGivesTheSameBytesWhateverTheOrderFolderAndThreads(FatTrees each) throws IOException {
        FatFormat format = format(Size.ofMiB(12));
        FatPlan one = FatPlan.of(each.tree(), format);
        FatPlan other = FatPlan.of(each.backwards(), format);
        assertThat(one.disk()).isEqualTo(other.disk());
        Digest digest = one.disk().digest(Digest.Algorithm.SHA_256);
        for (int threads : new int[] {1, 3}) {
            Path image = Files.createTempDirectory(folder, "f").resolve("image" + threads);
            DiskWriter.write(other.disk(), image, WriteOptions.DEFAULT.withThreads(threads));
            assertThat(Digest.compute(Digest.Algorithm.SHA_256, Files.readAllBytes(image)))
                    .isEqualTo(digest);
        }
    }

    @Test
    void theVolumeIdIsThatOfNamesSizesAndTimes() throws IOException {
        FatFormat format = format(Size.ofMiB(12));
        long id = id(FatTrees.SIZES.tree(), format);
        assertThat(id(FatTrees.SIZES.tree(), format)).isEqualTo(id);
        assertThat(id(FatTrees.NAMES.tree(), format)).isNotEqualTo(id);
        assertThat(id(FatTrees.SIZES.tree(), format.withSize(Size.ofMiB(13)))).isNotEqualTo(id);
        assertThat(id(FatTrees.SIZES.tree(), format.withVolumeId(5))).isEqualTo(5);
    }

    private static long id(FileTree tree, FatFormat format) throws IOException {
        return FatVolume.open(FatPlan.of(tree, format).disk().asSource()).volumeId();
    }

    @Test
    void theSmallestSizeHoldsTheTreeAndOneMebibyteLessDoesNot() {
        FileTree tree = sized(20_000_000);
        for (FatFormat format : new FatFormat[] {
            format(Size.ofMiB(1)),
            format(Size.ofMiB(1)).withType(FatType.FAT32),
            format(Size.ofMiB(1)).withType(FatType.FAT16).withClusterSectors(1)
        }) {
            Size smallest = FatPlan.smallestSize(tree, format);
            FatPlan plan = FatPlan.of(tree, format.withSize(smallest));
            assertThat(plan.usage().used().bytes()).isBetween(20_000_000L, 21_000_000L);
            Size less = smallest.minus(Size.ofMiB(1));
            assertThatThrownBy(() -> FatPlan.of(tree, format.withSize(less))).isInstanceOf(RefusedException.class);
        }
        assertThat(FatPlan.smallestSize(tree, format(Size.ofMiB(1)).withType(FatType.FAT32)))
                .isEqualTo(Size.ofMiB(33));
    }

    private static FileTree sized(int size) {
        return FileTree.builder(Attributes.directory(FatTrees.TIME))
                .file("file", ByteSource.zeros(size))
                .build();
    }

    @Test
    void refusesWhatFatCannotKeep() {
        refuse(
                "cannot store \"a:b\" on FAT: a name cannot have the character ':'",
                tree -> tree.file("a:b", new byte[0]));
        refuse(
                "cannot store \"d/tab\t\" on FAT: a name cannot have the character with the code 9",
                tree -> tree.file("d/tab\t", new byte[0]));
        refuse(
                "cannot store \"dot.\" on FAT: no system finds a name that ends with a point or a space",
                tree -> tree.file("dot.", new byte[0]));
        refuse(
                "cannot store \"" + "x".repeat(256) + "\" on FAT: its name is longer than 255 characters",
                tree -> tree.file("x".repeat(256), new byte[0]));
        refuse(
                "cannot store \"half\ud83d\" on FAT: its name has half a character",
                tree -> tree.file("half\ud83d", new byte[0]));
        refuse(
                "cannot store \"readme\" on FAT: FAT takes it and \"README\" for one name",
                tree -> tree.file("README", new byte[0]).file("readme", new byte[0]));
        refuse(
                "cannot store \"link\" on FAT: it is neither a file nor a folder",
                tree -> tree.add("link", new Symlink(Attributes.symlink(Instant.EPOCH), "x")));
        refuse(
                "cannot store \"huge\" on FAT: its 4294967296 bytes are more than 4294967295",
                tree -> tree.file("huge", ByteSource.zeros(1L << 32)));
        refuse(
                "cannot plan FAT16 of 12 MiB: the files need 19.1 MiB, but there is room for 12.0 MiB",
                tree -> tree.file("large", ByteSource.zeros(20_000_000)));
        refuse("cannot plan FAT16 of 12 MiB: its root directory has room for 512 entries, but 513 are needed", tree -> {
            for (int i = 0; i < 512; i++) {
                tree.file("f" + i, new byte[0]);
            }
        });
    }

    private static void refuse(String sentence, Consumer<FileTree.Builder> filling) {
        FileTree.Builder tree = FileTree.builder(Attributes.directory(FatTrees.TIME));
        filling.accept(tree);
        assertThatThrownBy(() -> FatPlan.of(tree.build(), format(Size.ofMiB(12))))
                .isInstanceOf(RefusedException.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesWhatNoVolumeCanBe() {
        assertThatThrownBy(() -> format(Size.ofGiB(33)))
                .hasMessage("cannot plan a FAT file system of 33 GiB: it has from 1 MiB to 32 GiB");
        assertThatThrownBy(() ->
                        FatPlan.of(FileTree.empty(), format(Size.ofMiB(16)).withType(FatType.FAT32)))
                .hasMessage("cannot plan FAT32 of 16 MiB: it would have 32232 clusters of 512 bytes, "
                        + "and FAT32 has from 65525 to 268435445");
        assertThatThrownBy(() -> FatFormat.of(Size.ofMiB(16), SectorSize.BYTES_512, "ubuntu-seed2", Instant.EPOCH))
                .hasMessage("cannot use filesystem label \"ubuntu-seed2\": it is longer than 11 characters");
        assertThatThrownBy(() -> FatFormat.of(Size.ofMiB(16), SectorSize.BYTES_512, "a/b", Instant.EPOCH))
                .hasMessage("cannot use filesystem label \"a/b\": a label of FAT cannot have the character '/'");
    }

    /** The files of a large FAT32 volume stand where the kernel can share them: at multiples of 4096. */
    @Test
    void filesOfALargeVolumeStandAtWholePages() {
        FatPlan plan = FatPlan.of(FatTrees.SIZES.tree(), format(Size.ofMiB(1200)));
        assertThat(plan.usage().clusterSize()).isEqualTo(Size.ofKiB(4));
        assertThat(plan.disk().extents().stream()
                        .filter(each -> !each.source().dataRanges().isEmpty())
                        .filter(each -> each.source().size() > 65_000))
                .hasSize(2)
                .allMatch(each -> each.offset() % 4096 == 0);
    }
}
