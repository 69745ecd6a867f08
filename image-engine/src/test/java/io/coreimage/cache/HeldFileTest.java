package io.coreimage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Digest;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsWhatItWasDigestedAs() throws IOException {
        Path path = Files.writeString(folder.resolve("a.snap"), "snap");
        try (HeldFile file = HeldFile.open(path)) {
            assertThat(file.digest()).isEqualTo(Digest.compute(Digest.Algorithm.SHA3_384, "snap"));
            assertThat(file.source().readAll()).asString().isEqualTo("snap");
        }
    }

    @Test
    void aFileThatIsReplacedOrWrittenDuringABuildIsRefused() throws IOException {
        Path path = Files.writeString(folder.resolve("a.snap"), "snap");
        try (HeldFile file = HeldFile.open(path)) {
            Files.delete(path);
            Files.writeString(path, "evil");
            assertThatThrownBy(() -> file.source().readAll())
                    .isInstanceOf(FaultException.class)
                    .hasMessage("cannot read \"" + path + "\": it changed during the build");
        }
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> HeldFile.open(folder.resolve("none")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot read \"" + folder.resolve("none") + "\": there is no such file");
        assertThatThrownBy(() -> HeldFile.open(folder)).hasMessage("cannot read \"" + folder + "\": it is a folder");
    }
}
