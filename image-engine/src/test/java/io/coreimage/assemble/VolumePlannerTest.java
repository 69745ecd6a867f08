package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.filesystem.ext4.Ext4Features;
import io.coreimage.gadget.Gadget;
import io.coreimage.gadget.GadgetLayout;
import io.coreimage.gadget.LaidOutVolume;
import io.coreimage.gadget.ModelKind;
import io.coreimage.gadget.Role;
import io.coreimage.partition.GptTable;
import io.coreimage.partition.MbrTable;
import io.coreimage.partition.PartitionTable;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VolumePlannerTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");
    private static final ImageIds IDS = ImageIds.of(Digest.compute(Digest.Algorithm.SHA_256, "an image"));
    private static final Shortage SHORTAGE = new Shortage(List.of(
            new Shortage.SnapRoom("small", Size.ofMiB(1)),
            new Shortage.SnapRoom("pc-kernel", Size.ofMiB(300)),
            new Shortage.SnapRoom("snapd", Size.ofMiB(40)),
            new Shortage.SnapRoom("core22", Size.ofMiB(70))));

    private static final String PC = """
            volumes:
              pc:
                schema: gpt
                bootloader: grub
                structure:
                  - {name: mbr, type: mbr, size: 440, content: [{image: boot.img}]}
                  - {name: BIOS Boot, type: 21686148-6449-6E6F-744E-656564454649, offset: 1M, size: 1M,
                     offset-write: mbr+92, content: [{image: core.img}]}
                  - {name: ubuntu-seed, role: system-seed, filesystem: vfat, size: 300M,
                     type: C12A7328-F81F-11D2-BA4B-00A0C93EC93B}
                  - {name: ubuntu-boot, role: system-boot, filesystem: ext4, size: 20M,
                     type: 0FC63DAF-8483-4772-8E79-3D69D8477DE4}
                  - {name: ubuntu-data, role: system-data, filesystem: ext4, size: 50M,
                     type: 0FC63DAF-8483-4772-8E79-3D69D8477DE4}
            """;

    private static final FileTree GADGET = FileTree.builder(FileTree.Attributes.directory(TIME))
            .file("boot.img", new byte[440])
            .file("core.img", "core".getBytes(StandardCharsets.US_ASCII))
            .build();

    @Test
    void theTableListsWhatIsWrittenAndLeavesRoomForTheRest() throws IOException {
        VolumePlan plan = plan(PC, SectorSize.BYTES_512, FileTree.empty(), null);
        GptTable table = (GptTable) PartitionTable.read(plan.disk().asSource());
        assertThat(table.partitions()).extracting(each -> each.name()).containsExactly("BIOS Boot", "ubuntu-seed");
        assertThat(plan.disk().size())
                .isEqualTo(Size.ofMiB(2 + 300 + 20 + 50 + 1).bytes());
        assertThat(PartitionTable.check(plan.disk().asSource())).isEmpty();
        assertThat(plan.holdsSeed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void bootCodeFindsTheSectorThatItContinuesAt(SectorSize sector) throws IOException {
        VolumePlan plan = plan(PC, sector, FileTree.empty(), null);
        byte[] pointer = plan.disk().asSource().slice(92, 4).readAll();
        assertThat(pointer).containsExactly(0, sector == SectorSize.BYTES_512 ? 8 : 1, 0, 0);
        assertThat(plan.disk().asSource().slice(1 << 20, 4).readAll())
                .asString()
                .isEqualTo("core");
    }

    @Test
    void anImageIsAsLargeAsItIsAskedToBe() throws IOException {
        VolumePlan plan = plan(PC, SectorSize.BYTES_512, FileTree.empty(), Size.ofGiB(4));
        assertThat(plan.disk().size()).isEqualTo(Size.ofGiB(4).bytes());
        assertThat(PartitionTable.check(plan.disk().asSource())).isEmpty();
    }

    @Test
    void anImageThatIsTooSmallIsRefusedWithTheNumbers() {
        assertThatThrownBy(() -> plan(PC, SectorSize.BYTES_512, FileTree.empty(), Size.ofMiB(200)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("""
                        cannot build pc.img: the image is too small
                        structure    needs      has
                        the image  373 MiB  200 MiB
                        The largest snaps are pc-kernel (300 MiB), core22 (70 MiB), snapd (40 MiB).""");
    }

    @Test
    void aSeedThatIsTooLargeIsRefusedBeforeAnythingIsWritten() {
        FileTree seed = FileTree.builder(FileTree.Attributes.directory(TIME))
                .file("snaps/large.snap", ByteSource.zeros(Size.ofMiB(400).bytes()))
                .build();
        assertThatThrownBy(() -> plan(PC, SectorSize.BYTES_512, seed, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot build pc.img: structure \"ubuntu-seed\" is too small\n")
                .hasMessageContaining("300 MiB");
    }

    @Test
    void theSameImageHasTheSameIdsAndAnotherHasOthers() throws IOException {
        VolumePlan plan = plan(PC, SectorSize.BYTES_512, FileTree.empty(), null);
        assertThat(plan(PC, SectorSize.BYTES_512, FileTree.empty(), null)).isEqualTo(plan);
        GptTable table = (GptTable) PartitionTable.read(plan.disk().asSource());
        assertThat(table.diskGuid()).isEqualTo(IDS.disk("pc"));
        assertThat(IDS.disk("pc")).isNotEqualTo(IDS.disk("data"));
        assertThat(ImageIds.of(Digest.compute(Digest.Algorithm.SHA_256, "another"))
                        .disk("pc"))
                .isNotEqualTo(IDS.disk("pc"));
    }

    @Test
    void theGadgetsOwnIdsStand() throws IOException {
        String yaml = PC.replace("schema: gpt", "schema: gpt\n    id: 9151F25B-CDF0-48F1-9EDE-68CBD616E2CA");
        GptTable table = (GptTable) PartitionTable.read(
                plan(yaml, SectorSize.BYTES_512, FileTree.empty(), null).disk().asSource());
        assertThat(table.diskGuid()).hasToString("9151F25B-CDF0-48F1-9EDE-68CBD616E2CA");
    }

    @Test
    void anMbrHasAnIdAndNoMoreThanFourPartitions() throws IOException {
        String pi = """
                volumes:
                  pi:
                    schema: mbr
                    bootloader: u-boot
                    structure:
                      - {name: ubuntu-seed, role: system-seed, filesystem: vfat, type: 0C, offset: 1M, size: 300M}
                      - {name: ubuntu-data, role: system-data, filesystem: ext4, type: '83', size: 50M}
                """;
        VolumePlan plan = plan(pi, SectorSize.BYTES_512, FileTree.empty(), null);
        MbrTable table = (MbrTable) PartitionTable.read(plan.disk().asSource());
        assertThat(table.diskId()).isNotZero();
        assertThat(table.partitions())
                .singleElement()
                .satisfies(each -> assertThat(each.typeByte()).isEqualTo(0x0c));
    }

    private static VolumePlan plan(String yaml, SectorSize sector, FileTree seed, @Nullable Size asked)
            throws IOException {
        Gadget gadget = Gadget.parse(yaml, ModelKind.CORE_WITH_MODES);
        LaidOutVolume volume = GadgetLayout.of(gadget, GADGET, FileTree.empty(), TIME)
                .volumes()
                .get(0);
        FileSystems fileSystems = new FileSystems(sector, Ext4Features.FULL, TIME, IDS, SHORTAGE);
        return new VolumePlanner(volume, sector, IDS, fileSystems, SHORTAGE)
                .plan(new StructureContents(Map.of(Role.SYSTEM_SEED, seed)), asked);
    }
}
