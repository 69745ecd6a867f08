package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.SectorSize;
import io.coreimage.testkit.EmulatedKernel;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linux mounts our volumes, on disks with sectors of both sizes, finds every file and writes to them. */
class FatKernelTest {

    private static final List<FatFormat> FORMATS = List.of(
            format(Size.ofMiB(8), SectorSize.BYTES_512),
            format(Size.ofMiB(64), SectorSize.BYTES_512),
            format(Size.ofMiB(50), SectorSize.BYTES_512).withType(FatType.FAT32),
            format(Size.ofMiB(1200), SectorSize.BYTES_512),
            format(Size.ofMiB(64), SectorSize.BYTES_4096),
            format(Size.ofMiB(300), SectorSize.BYTES_4096).withType(FatType.FAT32),
            format(Size.ofGiB(32), SectorSize.BYTES_512));

    /** For each disk: digests, then times, each with the disk's letter; then something is written. */
    private static final String SCRIPT = """
            for disk in b c d e f g h; do
              mount -t vfat -o utf8,tz=UTC /dev/vd$disk /mnt || echo "$disk is not mounted"
              cd /mnt
              find . -type f -exec sha256sum {} + | sed "s/^/$disk /"
              find . -type f -exec stat -c "%Y  %n" {} + | sed "s/^/$disk /"
              find . -type d | sed "s/^/$disk directory  /"
              mkdir written
              for i in 1 2 3 4 5 6 7 8 9; do echo "by the kernel" > "written/a file called $i"; done
              rm "written/a file called 5"
              cd /
              umount /mnt || echo "$disk is not unmounted"
            done
            """;

    @TempDir
    Path folder;

    private static FatFormat format(Size size, SectorSize sector) {
        return FatFormat.of(size, sector, "ubuntu-seed", FatTrees.TIME);
    }

    private static FileTree tree(FatFormat format) {
        FileTree.Builder tree = FileTree.builder(Attributes.directory(FatTrees.TIME));
        tree.graft("", FatTrees.NAMES.tree());
        tree.graft("sizes", FatTrees.SIZES.tree());
        tree.graft("deep", FatTrees.DEEP.tree());
        if (format.size().equals(Size.ofMiB(64))) {
            tree.graft("many", FatTrees.MANY.tree());
        }
        return tree.build();
    }

    @Test
    void linuxReadsAndWritesEveryVolume() throws IOException {
        EmulatedKernel kernel = EmulatedKernel.in(Files.createDirectory(folder.resolve("kernel")));
        List<String> expected = new ArrayList<>();
        List<Path> images = new ArrayList<>();
        for (FatFormat format : FORMATS) {
            char disk = (char) ('b' + images.size());
            FileTree tree = tree(format);
            Path image = folder.resolve("volume-" + disk);
            DiskWriter.write(FatPlan.of(tree, format).disk(), image);
            kernel.addDisk(image, format.sectorSize().bytes());
            images.add(image);
            expected.addAll(describe(disk, tree));
        }
        assertThat(kernel.run(SCRIPT).lines()).containsExactlyInAnyOrderElementsOf(expected);
        for (Path image : images) {
            Foreign.tool("fsck.fat").run("-n", image);
        }
    }

    private static List<String> describe(char disk, FileTree tree) throws IOException {
        List<String> lines = new ArrayList<>();
        for (FileTree.Entry entry : tree.entries()) {
            String path = entry.path().parts().isEmpty() ? "." : "./" + entry.path();
            if (entry.node() instanceof FileTree.Directory) {
                lines.add(disk + " directory  " + path);
            } else {
                byte[] content = FatTrees.content(tree, entry.node()).readAll();
                lines.add(disk + " "
                        + Digest.compute(Digest.Algorithm.SHA_256, content).hex() + "  " + path);
                lines.add(disk + " " + FatTrees.TIME.getEpochSecond() + "  " + path);
            }
        }
        return lines;
    }
}
