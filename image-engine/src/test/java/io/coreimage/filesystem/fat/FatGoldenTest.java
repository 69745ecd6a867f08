package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Extent;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.Golden;
import io.coreimage.testkit.HexDump;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Volumes as people write them beside the bytes, the flaws or the refusal that they earn.
 *
 * <pre>
 * volume size-in-mebibytes sector-size type|- label
 * file path text                     dir path
 * patch offset hex-bytes             damage done afterwards
 * </pre>
 */
class FatGoldenTest {

    @ParameterizedTest
    @MethodSource("planned")
    void plansTheseBytes(Path input) throws IOException {
        DiskPlan plan = plan(input);
        StringBuilder text = new StringBuilder("size " + plan.size() + "\n");
        for (Extent extent : plan.extents()) {
            text.append(HexDump.of(extent.source().readAll(), extent.offset()));
        }
        Golden.compare(input, text.toString());
        assertThat(FatVolume.open(plan.asSource()).check()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void namesEveryFlawWithItsPlace(Path input) throws IOException {
        String flaws = FatVolume.open(plan(input).asSource()).check().stream()
                .map(each -> each + "\n")
                .collect(Collectors.joining());
        Golden.compare(input, flaws);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesToReadWithASentence(Path input) throws IOException {
        DiskPlan plan = plan(input);
        MalformedException refusal = catchThrowableOfType(
                MalformedException.class, () -> FatVolume.open(plan.asSource()).tree());
        assertThat(refusal).as(input.toString()).isNotNull();
        Golden.compare(input, refusal.getMessage() + "\n");
    }

    private static DiskPlan plan(Path input) throws IOException {
        FileTree.Builder tree = FileTree.builder(Attributes.directory(FatTrees.TIME));
        String[] volume = {};
        String text = Golden.text(input);
        for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "volume" -> volume = line.split(" ");
                case "file" -> tree.file(words[1], words[2].getBytes(StandardCharsets.UTF_8));
                case "dir" -> tree.directory(words[1]);
                default -> assertThat(words[0]).isEqualTo("patch");
            }
        }
        return damage(text, FatPlan.of(tree.build(), format(volume)).disk());
    }

    private static FatFormat format(String... volume) {
        FatFormat format = FatFormat.of(
                Size.ofMiB(Long.parseLong(volume[1])),
                SectorSize.of(Long.parseLong(volume[2])),
                volume.length > 4 ? volume[4] : "",
                FatTrees.TIME);
        return volume[3].equals("-") ? format : format.withType(FatType.valueOf(volume[3]));
    }

    private static DiskPlan damage(String text, DiskPlan plan) {
        DiskPlan damaged = plan;
        for (String line : text.lines().filter(each -> each.startsWith("patch")).toList()) {
            String[] words = line.split(" ", 3);
            damaged = damaged.overwrittenAt(Long.decode(words[1]), ByteSource.of(HexDump.parse(words[2])));
        }
        return damaged;
    }

    static Stream<Path> planned() throws IOException {
        return Golden.inputs("filesystem.fat", ".input");
    }

    static Stream<Path> flawed() throws IOException {
        return Golden.inputs("filesystem.fat/flawed", ".input");
    }

    static Stream<Path> refused() throws IOException {
        return Golden.inputs("filesystem.fat/refused", ".input");
    }
}
