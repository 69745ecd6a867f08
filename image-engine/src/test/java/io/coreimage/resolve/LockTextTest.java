package io.coreimage.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LockTextTest {

    @ParameterizedTest
    @MethodSource("locks")
    void aLockIsWrittenAsItWasRead(Path input) throws IOException {
        String text = Golden.text(input);
        assertThat(LockText.write(LockReader.read(text, "it"))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aManifestIsReadAndWrittenInOrder(Path input) throws IOException {
        Golden.compare(input, SeedManifest.read(Golden.text(input), "it").write());
    }

    @ParameterizedTest
    @MethodSource("wrongLocks")
    void wrongLocksAreRefused(Path input) throws IOException {
        String text = Golden.text(input);
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> LockReader.read(text, "core-image.lock"));
        assertThat(refused).isNotNull();
        Golden.compare(input, refused.getMessage() + "\n");
    }

    @ParameterizedTest
    @MethodSource("wrongManifests")
    void wrongManifestsAreRefused(Path input) throws IOException {
        String text = Golden.text(input);
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> SeedManifest.read(text, "seed.manifest"));
        assertThat(refused).isNotNull();
        Golden.compare(input, refused.getMessage() + "\n");
    }

    static Stream<Path> locks() throws IOException {
        return Golden.inputs("resolve/lock", ".lock");
    }

    static Stream<Path> manifests() throws IOException {
        return Golden.inputs("resolve/manifest", ".manifest");
    }

    static Stream<Path> wrongLocks() throws IOException {
        return Golden.inputs("resolve/refused", ".lock");
    }

    static Stream<Path> wrongManifests() throws IOException {
        return Golden.inputs("resolve/refused", ".manifest");
    }
}
