package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sgdisk and sfdisk say about our tables, and what we say about theirs. */
class PartitionForeignTest {

    private static final Path INPUTS = Path.of("src", "test", "resources", "partition");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gpt-reference", "gpt-names"})
    void sgdiskFindsNoProblem(String name) throws IOException {
        Path image = write(name);
        assertThat(Foreign.tool("sgdisk").run("-v", image))
                .contains("No problems found")
                .doesNotContain("Caution");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-reference", "gpt-names", "mbr-pi-18", "mbr-pi-24"})
    void sfdiskShowsTheTable(String name) throws IOException {
        Path image = write(name);
        String dump = Foreign.tool("sfdisk")
                .run("-d", image)
                .lines()
                .filter(line -> !line.startsWith("device") && !line.startsWith("grain"))
                .map(line -> line.replace(image.toString(), "") + "\n")
                .collect(Collectors.joining());
        assertThat(dump).isEqualTo(Files.readString(INPUTS.resolve(name + ".sfdisk")));
    }

    @Test
    void aTableOfLargeSectorsIsReadByAToolThatIsToldSo() throws IOException {
        Path image = write("gpt-4096");
        assertThat(Foreign.tool("fdisk").run("-b", 4096, "-o", "start,end,type-uuid,uuid,name", "-l", image))
                .contains(
                        "256    511 21686148-6449-6E6F-744E-656564454649 1A988263-5CC6-4FE7-9CA5-30A5A419BE25 BIOS Boot")
                .contains(
                        "512 307711 C12A7328-F81F-11D2-BA4B-00A0C93EC93B EB51CD2C-F6FB-476F-8E3C-A10035828215 ubuntu-seed")
                .contains("Disk identifier: 8E0C210D-A292-467A-B4C4-05EFDF1086AC")
                .doesNotContain("corrupt");
    }

    @Test
    void theBackupAloneSavesTheDisk() throws IOException {
        Path image = write("gpt-reference");
        DiskDescription description = DiskDescription.load(INPUTS.resolve("gpt-reference.input"));
        byte[] wiped = new byte[33 * 512];
        DiskWriter.write(description.plan().overwrittenAt(512, ByteSource.of(wiped)), image);
        assertThat(PartitionTable.read(open(image))).isEqualTo(description.table());
        Foreign.tool("sgdisk").run("-e", image);
        assertThat(Foreign.tool("sgdisk").run("-v", image)).contains("No problems found");
    }

    @Test
    void readsWhatSgdiskWrote() throws IOException {
        Path image = empty(64 << 20);
        Foreign.tool("sgdisk")
                .run("-n", "1:2048:4095", "-t", "1:ef02", "-c", "1:BIOS Boot", "-n", "3:0:0", "-A", "3:set:2", image);
        GptTable table = (GptTable) PartitionTable.read(open(image));
        assertThat(table.partitions()).extracting(GptPartition::number).containsExactly(1, 3);
        assertThat(table.partitions().get(0).type()).hasToString("21686148-6449-6E6F-744E-656564454649");
        assertThat(table.partitions().get(1).attributes()).isEqualTo(GptPartition.LEGACY_BIOS_BOOTABLE);
        assertThat(PartitionTable.check(open(image))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt", "dos"})
    void readsWhatSfdiskWrote(String kind) throws IOException {
        Path image = empty(64 << 20);
        String script = "label: " + kind + "\nstart=2048, size=4096\nstart=8192, size=100\n";
        Foreign.tool("sfdisk").reading(script.getBytes(StandardCharsets.UTF_8)).run(image);
        assertThat(PartitionTable.read(open(image)).partitions())
                .extracting(Partition::first, Partition::sectors)
                .hasToString("[(2048, 4096L), (8192, 100L)]");
        assertThat(PartitionTable.check(open(image))).isEmpty();
    }

    private Path write(String name) throws IOException {
        Path image = folder.resolve(name + ".disk");
        DiskWriter.write(DiskDescription.load(INPUTS.resolve(name + ".input")).plan(), image);
        return image;
    }

    private Path empty(long size) throws IOException {
        Path image = folder.resolve("empty.disk");
        DiskWriter.write(DiskPlan.builder(size).build(), image);
        return image;
    }

    private static ByteSource open(Path image) throws IOException {
        return ByteSource.ofFile(image, Files.size(image));
    }
}
