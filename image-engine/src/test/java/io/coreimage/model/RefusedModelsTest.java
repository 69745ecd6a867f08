package io.coreimage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad model in {@code model/refused} beside the sentence and the next step that it earns. */
class RefusedModelsTest {

    private static final ModelRules RULES = new ModelRules(false, Optional.empty(), Map.of("store.id", "s"));

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(ModelFixture.FILES.resolve("refused"))) {
            return files.filter(file -> !file.toString().endsWith(".expected")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aBadModelEarnsItsSentence(Path file) throws IOException {
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> ModelFixture.read(file).draft(RULES));

        assertThat(refusal).as("%s is taken", file).isNotNull();
        assertThat(refusal.fullMessage() + "\n").isEqualTo(Files.readString(Path.of(file + ".expected")));
    }
}
