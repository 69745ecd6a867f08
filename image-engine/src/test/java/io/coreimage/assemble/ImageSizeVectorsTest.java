package io.coreimage.assemble;

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
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How large images become, beside what the reference makes of the same: in {@code image-size.vectors} its figures, in {@code
 * image-size.expected} ours. Ours are as large as what is asked for, end at a whole MiB otherwise, do not grow for partitions
 * that nobody writes, and are refused where the reference only warns.
 */
class ImageSizeVectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/assemble/image-size.vectors");
    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");
    private static final ImageIds IDS = ImageIds.of(Digest.compute(Digest.Algorithm.SHA_256, "an image"));
    private static final String BOOT = "      - {name: mbr, type: mbr, size: 440}\n"
            + "      - {name: BIOS Boot, type: 'DA,21686148-6449-6E6F-744E-656564454649', size: 1M, offset: 1M}\n";
    private static final String ESP = "type: 'EF,C12A7328-F81F-11D2-BA4B-00A0C93EC93B', filesystem: vfat";
    private static final String LINUX = "type: '83,0FC63DAF-8483-4772-8E79-3D69D8477DE4', filesystem: ext4";

    private static final Map<String, String> GADGETS = Map.of(
            "pc18",
            yaml(
                    "grub",
                    "gpt",
                    BOOT + "      - {name: EFI System, filesystem-label: system-boot, size: 50M, " + ESP + "}\n"),
            "pc22",
            yaml("grub", "gpt", BOOT + seeded("min-size: 16M, size: 32M", "1G", ESP)),
            "pi18",
            yaml("u-boot", "mbr", "      - {type: 0C, filesystem: vfat, filesystem-label: system-boot, size: 256M}\n"),
            "pi24",
            yaml("piboot", "mbr", seeded("size: 32M", "1500M", "type: 0C, filesystem: vfat")));

    private static String yaml(String bootloader, String schema, String structures) {
        return "volumes:\n  disk:\n    bootloader: " + bootloader + "\n    schema: " + schema + "\n    structure:\n"
                + structures;
    }

    private static String seeded(String save, String data, String seed) {
        String linux = seed.startsWith("type: 0C") ? "type: '83', filesystem: ext4" : LINUX;
        return "      - {name: ubuntu-seed, role: system-seed, size: 1200M, " + seed + "}\n"
                + "      - {name: ubuntu-boot, role: system-boot, size: 750M, " + linux + "}\n"
                + "      - {name: ubuntu-save, role: system-save, " + save + ", " + linux + "}\n"
                + "      - {name: ubuntu-data, role: system-data, size: " + data + ", " + linux + "}\n";
    }

    @Test
    void imagesAreAsLargeAsTheyShouldBe() throws IOException {
        StringBuilder table = new StringBuilder("# volume | sector | image size | du | root | image\n");
        for (String line : Golden.text(VECTORS).lines().toList()) {
            String[] fields = line.split("\\|", -1);
            if (!line.startsWith("#") && fields.length > 4) {
                table.append(line, 0, line.indexOf('|', line.indexOf(fields[3])) + 1)
                        .append(' ')
                        .append(ours(fields))
                        .append('\n');
            }
        }
        Golden.compare(VECTORS, table.toString());
    }

    private static String ours(String[] fields) throws IOException {
        String asked = fields[2].strip();
        try {
            ImageSizes sizes = ImageSizes.parse(asked.equals("(none)") ? "" : asked.replace("pc:", "disk:"));
            sizes.check(List.of("disk"));
            return plan(
                    fields[0].strip(),
                    SectorSize.of(Long.parseLong(fields[1].strip())),
                    Long.parseLong(fields[3].strip()),
                    sizes);
        } catch (RefusedException ex) {
            return ex.getMessage().lines().findFirst().orElseThrow();
        }
    }

    private static String plan(String name, SectorSize sector, long du, ImageSizes sizes) throws IOException {
        boolean modes = name.endsWith("22") || name.endsWith("24");
        Gadget gadget = Gadget.parse(GADGETS.get(name), modes ? ModelKind.CORE_WITH_MODES : ModelKind.CORE);
        LaidOutVolume volume = GadgetLayout.of(gadget, FileTree.empty(), FileTree.empty(), TIME)
                .volumes()
                .get(0);
        Shortage shortage = new Shortage(List.of());
        FileSystems fileSystems = new FileSystems(sector, Ext4Features.MID, TIME, IDS, shortage);
        StructureContents contents =
                new StructureContents(Map.of(modes ? Role.SYSTEM_SEED : Role.SYSTEM_DATA, content(du)));
        LaidOutVolume sized = modes ? volume : RootSize.fit(volume, contents, fileSystems, sizes.of("disk", 0));
        VolumePlan plan =
                new VolumePlanner(sized, sector, IDS, fileSystems, shortage).plan(contents, sizes.of("disk", 0));
        Size root = sized.find(Role.SYSTEM_DATA).size();
        return root.bytes() + " | " + plan.disk().size();
    }

    /** A tree of which {@code du} says that: eight folders, a file of two bytes, and another one. */
    private static FileTree content(long du) {
        FileTree.Builder tree = FileTree.builder(FileTree.Attributes.directory(TIME))
                .directory("a/b/c/d/e/f/g")
                .file("a/small", new byte[2])
                .file("a/large", ByteSource.zeros(du - 9 * 4096));
        return tree.build();
    }
}
