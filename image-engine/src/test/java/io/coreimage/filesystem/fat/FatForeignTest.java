package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Directory;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.SectorSize;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.ForeignTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What fsck.fat and the mtools say about our volumes. */
class FatForeignTest {

    @TempDir
    Path folder;

    static Stream<Arguments> volumes() {
        List<FatFormat> formats = List.of(
                format(Size.ofMiB(8), SectorSize.BYTES_512),
                format(Size.ofMiB(64), SectorSize.BYTES_512),
                format(Size.ofMiB(50), SectorSize.BYTES_512).withType(FatType.FAT32),
                format(Size.ofMiB(1200), SectorSize.BYTES_512),
                format(Size.ofMiB(64), SectorSize.BYTES_4096),
                format(Size.ofMiB(300), SectorSize.BYTES_4096).withType(FatType.FAT32),
                format(Size.ofGiB(32), SectorSize.BYTES_512));
        return Stream.of(FatTrees.values())
                .flatMap(tree -> formats.stream()
                        .filter(format -> tree != FatTrees.MANY || format.size().compareTo(Size.ofMiB(64)) <= 0)
                        .filter(format -> FatPlan.usage(tree.tree(), format).usedClusters()
                                < FatPlan.usage(tree.tree(), format).clusters())
                        .map(format -> Arguments.of(tree, format)));
    }

    private static FatFormat format(Size size, SectorSize sector) {
        return FatFormat.of(size, sector, "ubuntu-seed", FatTrees.TIME);
    }

    @ParameterizedTest
    @MethodSource("volumes")
    void fsckIsContentAndEveryFileComesBack(FatTrees content, FatFormat format) throws IOException {
        FileTree tree = content.tree();
        Path image = write(tree, format);
        String verdict = Foreign.tool("fsck.fat").run("-n", "-v", image);
        assertThat(verdict).doesNotContain("differ").doesNotContain("Free cluster summary wrong");
        long files = tree.entries().stream().count();
        FatUsage usage = FatPlan.usage(tree, format);
        assertThat(verdict)
                .contains(": " + (files - (hasRootInClusters(format) ? 0 : 1) + labels(format)) + " files, "
                        + usage.usedClusters() + "/" + usage.clusters() + " clusters");
        compareCopies(tree, image);
    }

    /** fsck.fat counts the root directory of FAT32, and the label, as files. */
    private static boolean hasRootInClusters(FatFormat format) {
        return Sizing.geometry(format).type() == FatType.FAT32;
    }

    private static int labels(FatFormat format) {
        return hasRootInClusters(format) ? 0 : 1;
    }

    /** mtools cuts a character beyond 16 bits to half of itself; the kernel and our own reader give it back. */
    private static boolean isBeyondMtools(String path) {
        return path.codePoints().anyMatch(Character::isSupplementaryCodePoint);
    }

    private void compareCopies(FileTree tree, Path image) throws IOException {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        if (tree.size() > 1) {
            mtool("mcopy").run("-s", "-m", "-n", "-i", image, "::*", copies);
        }
        for (FileTree.Entry entry : tree.entries()) {
            if (isBeyondMtools(entry.path().toString())) {
                continue;
            }
            Path copy = copies.resolve(entry.path().toString());
            if (entry.node() instanceof Directory) {
                assertThat(copy).isDirectory();
            } else {
                assertThat(Files.readAllBytes(copy))
                        .as(entry.path().toString())
                        .isEqualTo(FatTrees.content(tree, entry.node()).readAll());
                assertThat(Files.getLastModifiedTime(copy).toInstant()).isEqualTo(FatTrees.TIME);
            }
        }
    }

    @Test
    void mdirListsNamesLabelAndFreeRoom() throws IOException {
        FatFormat format = format(Size.ofMiB(64), SectorSize.BYTES_512).withVolumeId(0x1234ABCDL);
        Path image = write(FatTrees.NAMES.tree(), format);
        String list = mtool("mdir").run("-/", "-i", image, "::");
        long free = FatPlan.usage(FatTrees.NAMES.tree(), format).free().bytes();
        assertThat(list)
                .contains("Volume in drive : is ubuntu-seed")
                .contains("Volume Serial Number is 1234-ABCD")
                .contains("longfilename2.snap")
                .contains("日本語.txt")
                .contains("cmdline  txt")
                .contains("2024-02-29  23:59");
        assertThat(list.replace(" ", "")).contains(free + "bytesfree");
    }

    @Test
    void minfoReadsTheBootSector() throws IOException {
        FatFormat format = format(Size.ofMiB(50), SectorSize.BYTES_512)
                .withType(FatType.FAT32)
                .withVolumeId(0x1234ABCDL)
                .withHiddenSectors(2048);
        Path image = write(FatTrees.EMPTY.tree(), format);
        assertThat(mtool("minfo").run("-i", image, "::"))
                .contains("sector size: 512 bytes")
                .contains("cluster size: 1 sectors")
                .contains("reserved (boot) sectors: 32")
                .contains("hidden sectors: 2048")
                .contains("big size: 102400 sectors")
                .contains("serial number: 1234ABCD")
                .contains("disk label=\"ubuntu-seed\"")
                .contains("disk type=\"FAT32   \"")
                .contains("Big fatlen=788")
                .contains("free clusters=100791")
                .contains("last allocated cluster=2");
    }

    private static ForeignTool mtool(String name) {
        return Foreign.tool(name).with("MTOOLS_SKIP_CHECK", "1");
    }

    private Path write(FileTree tree, FatFormat format) throws IOException {
        Path image = folder.resolve("volume.disk");
        DiskWriter.write(FatPlan.of(tree, format).disk(), image);
        return image;
    }
}
