package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The volumes of mkfs.vfat, from tables that were made once and from the program itself. */
class SizingTest {

    private static final Path TABLES = Path.of("src", "test", "resources", "filesystem.fat");
    private static final Pattern DEFAULT =
            Pattern.compile("(\\d+) MiB \\| (FAT\\d+) \\| cluster (\\d+) B \\| reserved (\\d+) "
                    + "\\| rootent (\\d+) \\| fatlen (\\d+) \\| clusters (\\d+) \\| spt (\\d+) heads (\\d+)");
    private static final Pattern SINGLE =
            Pattern.compile("(\\d+) \\| (\\d+) \\| total sectors (\\d+)(?: \\(16-bit field .*\\))?"
                    + " spt (\\d+) heads (\\d+) reserved (\\d+)(?: rootent (\\d+))? fatlen (\\d+) clusters (\\d+).*");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource
    void dividesAsMkfsDoesByDefault(String line) {
        Matcher row = match(DEFAULT, line);
        FatGeometry geometry = Sizing.geometry(format(number(row, 1), SectorSize.BYTES_512));
        assertThat(geometry.type()).hasToString(row.group(2));
        assertThat(geometry.clusterSize()).isEqualTo(number(row, 3));
        assertThat(geometry.reservedSectors()).isEqualTo(number(row, 4));
        assertThat(geometry.rootEntries()).isEqualTo(number(row, 5));
        assertThat(geometry.tableSectors()).isEqualTo(number(row, 6));
        assertThat(geometry.clusters()).isEqualTo(number(row, 7));
        assertThat(Track.of(number(row, 1) * 2048L)).isEqualTo(new Track(number(row, 8), number(row, 9)));
    }

    static Stream<String> dividesAsMkfsDoesByDefault() throws IOException {
        return rows("fat-default-table.txt");
    }

    @ParameterizedTest
    @MethodSource
    void dividesAsMkfsDoesWithOneSectorInACluster(String line) {
        Matcher row = match(SINGLE, line);
        boolean isFat16 = row.group(7) != null;
        FatFormat format = format(number(row, 2), SectorSize.of(number(row, 1)))
                .withType(isFat16 ? FatType.FAT16 : FatType.FAT32)
                .withClusterSectors(1);
        if (number(row, 9) < format.type().orElseThrow().leastClusters()) {
            assertThatThrownBy(() -> Sizing.geometry(format))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("it would have " + row.group(9) + " clusters");
            return;
        }
        FatGeometry geometry = Sizing.geometry(format);
        assertThat(geometry.totalSectors()).isEqualTo(number(row, 3));
        assertThat(geometry.reservedSectors()).isEqualTo(number(row, 6));
        assertThat(geometry.tableSectors()).isEqualTo(number(row, 8));
        assertThat(geometry.clusters()).isEqualTo(number(row, 9));
    }

    static Stream<String> dividesAsMkfsDoesWithOneSectorInACluster() throws IOException {
        Stream<String> fat16 = rows("fat16-s1-table.txt").filter(each -> !each.contains("refused"));
        return Stream.concat(rows("fat32-s1-table.txt"), fat16);
    }

    /** Whatever mkfs.vfat makes of a size, we divide the same way, or both refuse. */
    @Test
    void dividesAsTheProgramItself() throws IOException {
        for (int mib : List.of(1, 2, 3, 5, 7, 8, 13, 15, 16, 17, 31, 37, 63, 99, 127, 128, 129, 200, 255, 259, 261)) {
            compare(mib, SectorSize.BYTES_512, null, 0);
            compare(mib, SectorSize.BYTES_4096, null, 0);
        }
        for (int mib :
                List.of(300, 400, 511, 512, 513, 750, 1200, 2080, 2081, 4099, 8193, 16383, 16385, 32767, 32768)) {
            compare(mib, SectorSize.BYTES_512, null, 0);
            compare(mib, SectorSize.BYTES_4096, null, 0);
        }
        for (int mib : List.of(33, 50, 64, 255, 259, 260, 261, 300, 8192)) {
            compare(mib, SectorSize.BYTES_512, FatType.FAT32, 0);
            compare(mib, SectorSize.BYTES_512, FatType.FAT32, 1);
        }
        for (int mib : List.of(5, 9, 16, 32, 64, 128, 256, 512, 1000, 1024, 2047)) {
            compare(mib, SectorSize.BYTES_512, FatType.FAT16, 0);
            compare(mib, SectorSize.BYTES_512, FatType.FAT16, 8);
            compare(mib, SectorSize.BYTES_512, FatType.FAT12, 0);
        }
    }

    private void compare(int mib, SectorSize sector, @Nullable FatType type, int clusterSectors) throws IOException {
        Path image = folder.resolve("volume");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(mib * 1048576L);
        }
        FatFormat format = format(mib, sector);
        List<Object> options = new ArrayList<>(List.of("--invariant", "-S", sector.bytes()));
        if (type != null) {
            format = format.withType(type);
            options.addAll(List.of("-F", type.bits()));
        }
        if (clusterSectors > 0) {
            format = format.withClusterSectors(clusterSectors);
            options.addAll(List.of("-s", clusterSectors));
        }
        options.add(image);
        String what = String.format(Locale.ROOT, "%d MiB %s %s -s %d", mib, sector, type, clusterSectors);
        boolean made = Foreign.tool("mkfs.vfat").judge(options.toArray()).status() == 0;
        if (!made || !Sizing.isPossible(format)) {
            assertThat(Sizing.isPossible(format)).as(what).isEqualTo(made);
            return;
        }
        assertThat(described(Sizing.geometry(format))).as(what).isEqualTo(described(image));
        Files.delete(image);
    }

    private static List<Long> described(FatGeometry geometry) {
        return List.of(
                geometry.clusterSectors() + 0L,
                geometry.reservedSectors(),
                geometry.rootEntries() + 0L,
                geometry.totalSectors(),
                geometry.tableSectors());
    }

    private static List<Long> described(Path image) throws IOException {
        byte[] bytes = new byte[BootSector.SIZE];
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "r")) {
            file.readFully(bytes);
        }
        BootSector boot = BootSector.readFrom(ByteBuffer.wrap(bytes));
        BiosParameterBlock block = boot.parameters();
        long table = boot.fat32().map(Fat32Fields::tableSectors).orElse((long) block.smallTableSectors());
        return List.of(
                block.clusterSectors() + 0L,
                block.reservedSectors() + 0L,
                block.rootEntries() + 0L,
                block.totalSectors(),
                table);
    }

    private static FatFormat format(int mib, SectorSize sector) {
        return FatFormat.of(Size.ofMiB(mib), sector, "", Instant.EPOCH);
    }

    private static Stream<String> rows(String table) throws IOException {
        return Files.readAllLines(TABLES.resolve(table)).stream().filter(each -> !each.startsWith("#"));
    }

    private static Matcher match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher;
    }

    private static int number(Matcher row, int group) {
        return Integer.parseInt(row.group(group));
    }
}
