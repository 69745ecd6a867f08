package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.SectorSize;
import io.coreimage.filesystem.ext4.Ext4Features;
import io.coreimage.gadget.Gadget;
import io.coreimage.gadget.GadgetLayout;
import io.coreimage.gadget.LaidOutVolume;
import io.coreimage.gadget.ModelKind;
import io.coreimage.gadget.Role;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code sfdisk -d} says of our image of a gadget beside what it says of {@code ubuntu-image}'s: {@code name.yaml} is
 * the gadget, {@code name.reference} the dump of the reference's image, {@code name.expected} every difference. Each has its
 * reason here; one without fails.
 */
class ReferenceTableTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");
    private static final ImageIds IDS = ImageIds.of(Digest.compute(Digest.Algorithm.SHA_256, "an image"));
    private static final Shortage SHORTAGE = new Shortage(List.of());

    /** What {@code du} said of the root directories that the reference's images of UC18 hold, less their own block. */
    private static final Size ROOT_FILES = Size.ofBytes(5_038_080 - 4096);

    private static final Map<String, String> REASONS = Map.of(
            "last-lba",
                    "an image ends at a whole MiB, with the tables in it; the reference adds 67 sectors to what was asked or needed",
            "3.uuid", "derived from the content; the reference's is random");

    private static final FileTree GADGET = FileTree.builder(Attributes.directory(TIME))
            .file("boot.img", new byte[440])
            .file("core.img", new byte[31_000])
            .build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("gadgets")
    void differsFromTheReferenceForAReason(Path gadget) throws IOException {
        Path image = folder.resolve("image");
        DiskWriter.write(plan(gadget).disk(), image);
        String ours = Foreign.tool("sfdisk").run("-d", image).replace(image.toString(), "");
        String theirs = Files.readString(Path.of(gadget.toString().replace(".yaml", ".reference")));
        Golden.compare(gadget, differences(fields(theirs), fields(ours)));
    }

    @ParameterizedTest
    @MethodSource("gadgets")
    void sgdiskOrSfdiskFindsNoProblem(Path gadget) throws IOException {
        LaidOutVolume volume = volume(gadget);
        Path image = folder.resolve("image");
        DiskWriter.write(plan(gadget).disk(), image);
        if (volume.isGpt()) {
            assertThat(Foreign.tool("sgdisk").run("-v", image)).contains("No problems found");
        } else {
            assertThat(Foreign.tool("sfdisk").run("-V", image)).contains("No errors detected");
        }
    }

    private static String differences(SortedMap<String, String> theirs, SortedMap<String, String> ours) {
        SortedSet<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (!Objects.equals(theirs.get(name), ours.get(name))) {
                assertThat(REASONS).as("a reason why this differs").containsKey(name);
                text.append(name + ": " + theirs.get(name) + ", here " + ours.get(name) + "\n    " + REASONS.get(name)
                        + "\n");
            }
        }
        return text.toString();
    }

    /** Return the lines of a dump: {@code label-id} and the like, {@code 1.start} and the like of partitions. */
    private static SortedMap<String, String> fields(String dump) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String line : dump.lines().filter(each -> !each.isBlank()).toList()) {
            String[] sides = line.split(":", 2);
            String name = sides[0].strip();
            if (!Character.isDigit(name.charAt(0))) {
                fields.put(name, sides[1].strip());
                continue;
            }
            for (String field : sides[1].split(",", -1)) {
                String[] pair = field.split("=", 2);
                fields.put(name + "." + pair[0].strip(), pair.length == 1 ? "yes" : pair[1].strip());
            }
        }
        // Which file it is, and what fdisk would round to, is not in the table.
        fields.remove("device");
        fields.remove("grain");
        return fields;
    }

    private static VolumePlan plan(Path gadget) throws IOException {
        boolean modes = hasModes(gadget);
        Ext4Features features = modes ? Ext4Features.FULL : Ext4Features.MID;
        FileSystems fileSystems = new FileSystems(SectorSize.BYTES_512, features, TIME, IDS, SHORTAGE);
        LaidOutVolume volume = volume(gadget);
        FileTree root = FileTree.builder(Attributes.directory(TIME))
                .file("content", ByteSource.zeros(ROOT_FILES.bytes()))
                .build();
        if (!modes) {
            Size size = RootSize.of(root, SectorSize.BYTES_512, Size.ZERO, Size.ZERO);
            volume = volume.withSize(Role.SYSTEM_DATA, size);
        }
        StructureContents contents = new StructureContents(modes ? Map.of() : Map.of(Role.SYSTEM_DATA, root));
        return new VolumePlanner(volume, SectorSize.BYTES_512, IDS, fileSystems, SHORTAGE).plan(contents, null);
    }

    private static LaidOutVolume volume(Path gadget) throws IOException {
        ModelKind kind = hasModes(gadget) ? ModelKind.CORE_WITH_MODES : ModelKind.CORE;
        return GadgetLayout.of(Gadget.parse(Golden.text(gadget), kind), GADGET, FileTree.empty(), TIME)
                .volumes()
                .get(0);
    }

    private static boolean hasModes(Path gadget) {
        return !gadget.toString().contains("uc18");
    }

    static Stream<Path> gadgets() throws IOException {
        return Golden.inputs("assemble/tables", ".yaml");
    }
}
