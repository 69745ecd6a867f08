package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.FileTree.RegularFile;
import io.coreimage.bytes.Size;
import io.coreimage.bytes.TreePath;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.Allocation;
import io.coreimage.testkit.MutableBytes;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The most that a mebibyte can unfold into is read or refused with 64 MiB, all that was given back included. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileVolumeTest {

    private static final long LIMIT = 64 << 20;

    @ParameterizedTest(name = "{1} names {0} folders down")
    @CsvSource({"1, 28000, refused", "1000, 5000, refused", "1500, 1, refused", "1, 8000, read", "100, 2000, read"})
    void aMebibyteNeedsNoMoreThanSixtyFour(int depth, int count, String verdict) throws IOException {
        MutableBytes volume = volume(depth, count);
        boolean read = verdict.equals("read");
        assertThat(Allocation.of(() -> assertThat(isRead(volume, false)).isEqualTo(read)))
                .as("check")
                .isLessThan(LIMIT);
        assertThat(Allocation.of(() -> assertThat(isRead(volume, true)).isEqualTo(read)))
                .as("tree")
                .isLessThan(LIMIT);
    }

    private static MutableBytes volume(int depth, int count) throws IOException {
        TreePath folder = TreePath.ROOT;
        for (int i = 0; i < depth; i++) {
            folder = folder.resolve("D");
        }
        FileTree.Builder tree = FileTree.builder(Attributes.directory(FatTrees.TIME));
        RegularFile empty = new RegularFile(Attributes.file(FatTrees.TIME), ByteSource.of(new byte[0]));
        for (int i = 0; i < count; i++) {
            tree.add(folder.resolve(Integer.toString(i, Character.MAX_RADIX).toUpperCase(Locale.ROOT)), empty);
        }
        FatFormat format = FatFormat.of(Size.ofMiB(1), SectorSize.BYTES_512, "", FatTrees.TIME)
                .withClusterSectors(1);
        return new MutableBytes(
                FatPlan.of(tree.build(), format).disk().asSource().readAll());
    }

    private static boolean isRead(MutableBytes volume, boolean tree) throws IOException {
        try {
            FatVolume opened = FatVolume.open(volume);
            Object read = tree ? opened.tree() : opened.check();
            return read != null;
        } catch (MalformedException ex) {
            assertThat(ex).hasMessageEndingWith("the tree is larger than an image of this size can honestly hold");
            return false;
        }
    }
}
