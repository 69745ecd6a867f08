package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeometryTest {

    private static Geometry of(Size size, Ext4Features features, long inodes) {
        return Geometry.of(Trees.options(size, features), inodes);
    }

    @Test
    void choosesWhatMke2fsChooses() throws IOException {
        String table = Golden.text(Path.of("src/test/resources/filesystem.ext4/mke2fs-geometry.txt"));
        assertThat(table.lines().filter(line -> !line.startsWith("#")))
                .hasSize(13)
                .allSatisfy(line -> {
                    Size size = Size.ofMiB(Long.parseLong(line.substring(0, line.indexOf('|'))));
                    assertThat(describe(size)).isEqualTo(line);
                });
    }

    private static String describe(Size size) {
        Geometry it = of(size, Ext4Features.FULL, 11);
        return Stream.of(
                        size.bytes() >> 20,
                        it.blockSize(),
                        it.blocks(),
                        it.blocksPerGroup(),
                        it.inodes(),
                        it.inodeSize(),
                        it.inodesPerGroup(),
                        it.inodeTableBlocks(),
                        it.groupsPerFlex(),
                        it.reservedGdtBlocks(),
                        it.descriptorSize(),
                        it.journalBlocks(),
                        it.blocks() * 5 / 100)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    @Test
    void aTreeWithManyFilesGetsAnEighthMoreInodesThanItNeeds() {
        assertThat(of(Size.ofMiB(64), Ext4Features.MID, 20_000).inodes()).isBetween(22_500L, 22_520L);
    }

    @Test
    void aLastGroupOfNoUseIsLeftAway() {
        Geometry geometry = of(Size.ofBytes((128L << 20) + 4096 * 100), Ext4Features.MID, 11);
        assertThat(geometry.groups()).isEqualTo(1);
        assertThat(geometry.blocks()).isEqualTo(32768);
    }

    @Test
    void copiesStandInGroupsThatArePowersOfThreeFiveAndSeven() {
        assertThat(of(Size.ofGiB(64), Ext4Features.FULL, 11).copyGroups())
                .containsExactly(1, 3, 5, 7, 9, 25, 27, 49, 81, 125, 243, 343);
    }

    @Test
    void refusesWhatIsTooSmallForItsTables() {
        assertThatThrownBy(() -> of(Size.ofKiB(4), Ext4Features.MID, 11))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot make an ext4 file system of 4 KiB: there is no room for its own tables");
    }
}
