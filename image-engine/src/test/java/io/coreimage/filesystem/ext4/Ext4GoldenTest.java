package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.DiskWriter;
import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** File systems as people write them beside what stands in them, or the flaws or the refusal that they earn. */
class Ext4GoldenTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("planned")
    void plansThis(Path input) throws IOException {
        ByteSource disk = disk(input);
        Golden.compare(input, VolumeDump.of(disk));
        assertThat(Ext4.check(disk)).isEmpty();
        Path image = folder.resolve("image");
        DiskWriter.write(VolumeDescription.parse(Golden.text(input)).plan(), image);
        Foreign.tool("e2fsck").run("-fn", image);
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void namesEveryFlawWithItsPlace(Path input) throws IOException {
        String flaws = Ext4.check(disk(input)).stream().map(each -> each + "\n").collect(Collectors.joining());
        assertThat(flaws).as(input.toString()).isNotEmpty();
        Golden.compare(input, flaws);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithASentence(Path input) throws IOException {
        Throwable refusal = catchThrowable(() -> Ext4.open(disk(input)).tree());
        if (refusal instanceof RefusedException refused) {
            Golden.compare(input, refused.getMessage() + "\n" + nextStep(refused));
        } else {
            assertThat(refusal).as(input.toString()).isInstanceOf(MalformedException.class);
            Golden.compare(input, refusal.getMessage() + "\n");
        }
    }

    private static String nextStep(RefusedException refused) {
        return refused.nextStep() == null ? "" : refused.nextStep() + "\n";
    }

    private static ByteSource disk(Path input) throws IOException {
        return VolumeDescription.parse(Golden.text(input)).plan().asSource();
    }

    static Stream<Path> planned() throws IOException {
        return Golden.inputs("filesystem.ext4", ".input");
    }

    static Stream<Path> flawed() throws IOException {
        return Golden.inputs("filesystem.ext4/flawed", ".input");
    }

    static Stream<Path> refused() throws IOException {
        return Golden.inputs("filesystem.ext4/refused", ".input");
    }
}
