package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.Flaw;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as people write them beside the bytes, the flaws or the refusal that they earn. */
class PartitionGoldenTest {

    @ParameterizedTest
    @MethodSource("planned")
    void plansTheseBytes(Path input) throws IOException {
        Golden.compare(input, DiskDescription.dump(DiskDescription.load(input).plan()));
    }

    @ParameterizedTest
    @MethodSource("planned")
    void readsBackWhatItPlanned(Path input) throws IOException {
        DiskDescription description = DiskDescription.load(input);
        ByteSource disk = description.plan().asSource();
        assertThat(read(disk, description)).isEqualTo(description.table());
        assertThat(check(disk, description)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void namesEveryFlawWithItsPlace(Path input) throws IOException {
        DiskDescription description = DiskDescription.load(input);
        String flaws = check(description.plan().asSource(), description).stream()
                .map(each -> each + "\n")
                .collect(Collectors.joining());
        Golden.compare(input, flaws);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithASentence(Path input) throws IOException {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> {
            DiskDescription description = DiskDescription.load(input);
            read(description.plan().asSource(), description);
        });
        assertThat(refusal).as(input.toString()).isNotNull();
        Golden.compare(input, refusal.getMessage() + "\n");
    }

    private static PartitionTable read(ByteSource disk, DiskDescription description) throws IOException {
        return description.table() instanceof MbrTable table
                ? MbrTable.read(disk, table.sectorSize())
                : PartitionTable.read(disk);
    }

    private static List<Flaw> check(ByteSource disk, DiskDescription description) throws IOException {
        return description.table() instanceof MbrTable table
                ? MbrTable.check(disk, table.sectorSize())
                : GptTable.check(disk, description.sectorSize());
    }

    static Stream<Path> planned() throws IOException {
        return Golden.inputs("partition", ".input");
    }

    static Stream<Path> flawed() throws IOException {
        return Golden.inputs("partition/flawed", ".input");
    }

    static Stream<Path> refused() throws IOException {
        return Golden.inputs("partition/refused", ".input");
    }
}
