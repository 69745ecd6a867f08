package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.testkit.Golden;
import io.coreimage.testkit.HexDump;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An empty volume is, but for the boot code, what mkfs.vfat 4.2 made with the same options. */
class MkfsVolumeTest {

    private static final Pattern COMMAND =
            Pattern.compile("# mkfs.vfat --invariant -S (\\d+) -s (\\d+) -F (\\d+) -n (\\S+) on a (\\d+) MiB file .*");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{8}): ([0-9a-f ]+)");

    /** What {@code --invariant} takes for the time. */
    private static final Instant TIME = Instant.parse("2015-03-14T09:26:53Z");

    static Stream<Path> volumes() throws IOException {
        return Golden.inputs("filesystem.fat/mkfs", ".txt");
    }

    @ParameterizedTest
    @MethodSource("volumes")
    void isWhatMkfsMade(Path file) throws IOException {
        String text = Golden.text(file);
        FatFormat format = format(text);
        ByteSource volume = FatPlan.of(FileTree.empty(), format).disk().asSource();
        FatGeometry geometry = Sizing.geometry(format);
        for (Matcher line :
                text.lines().map(LINE::matcher).filter(Matcher::matches).toList()) {
            compareLine(volume, geometry, Integer.parseInt(line.group(1), 16), HexDump.parse(line.group(2)));
        }
        // Behind the first two entries stands the root directory's, where any of eight numbers is an end.
        int entries = geometry.type() == FatType.FAT32 ? 8 : 4;
        for (int table = 0; table < 2; table++) {
            byte[] expected = area(text, "FAT#" + (table + 1) + " first 16 bytes");
            assertThat(area(volume, geometry.tableOffset(table), entries)).isEqualTo(Arrays.copyOf(expected, entries));
        }
        long root = geometry.rootEntries() > 0 ? geometry.rootOffset() : geometry.clusterOffset(2);
        assertThat(area(volume, root, 32)).isEqualTo(area(text, "first root dir entry"));
        assertThat(usedSectors(volume, geometry).toString()).isEqualTo(line(text, "["));
    }

    /** Everything is alike but for the code in the boot sector. */
    private static void compareLine(ByteSource volume, FatGeometry geometry, int offset, byte[] expected)
            throws IOException {
        int code = geometry.type() == FatType.FAT32 ? 90 : 62;
        int count = offset < code ? Math.min(expected.length, code - offset) : offset < 510 ? 0 : expected.length;
        assertThat(area(volume, offset, count)).as("at %x", offset).isEqualTo(Arrays.copyOf(expected, count));
    }

    private static FatFormat format(String text) {
        Matcher command = COMMAND.matcher(text.lines().findFirst().orElseThrow());
        assertThat(command.matches()).as(text).isTrue();
        Size size = Size.ofMiB(Long.parseLong(command.group(5)));
        return FatFormat.of(size, SectorSize.of(Long.parseLong(command.group(1))), command.group(4), TIME)
                .withType(FatType.valueOf("FAT" + command.group(3)))
                .withClusterSectors(Integer.parseInt(command.group(2)))
                .withVolumeId(0x1234ABCDL);
    }

    private static String line(String text, String start) {
        return text.lines().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
    }

    private static byte[] area(String text, String start) {
        return HexDump.parse(line(text, start).substring(start.length()));
    }

    private static byte[] area(ByteSource volume, long offset, int count) throws IOException {
        return volume.slice(offset, count).readAll();
    }

    /** Return the reserved sectors that are not zero. */
    private static List<Integer> usedSectors(ByteSource volume, FatGeometry geometry) throws IOException {
        List<Integer> used = new ArrayList<>();
        byte[] zero = new byte[geometry.sectorSize()];
        for (int sector = 0; sector < geometry.reservedSectors(); sector++) {
            byte[] bytes = area(volume, (long) sector * zero.length, zero.length);
            if (!Arrays.equals(bytes, zero)) {
                used.add(sector);
            }
        }
        return used;
    }
}
