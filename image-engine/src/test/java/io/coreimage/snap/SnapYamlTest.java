package io.coreimage.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapYamlTest {

    @ParameterizedTest
    @MethodSource("texts")
    void readsWhatASnapSays(Path input) throws IOException {
        SnapInfo info = SnapYaml.read(Golden.text(input), "it");
        Golden.compare(input, dump(info));
    }

    @ParameterizedTest
    @MethodSource("wrongTexts")
    void refusesWithALine(Path input) throws IOException {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> SnapYaml.read(Golden.text(input), "\"foo.snap\""));
        assertThat(refused).isNotNull();
        Golden.compare(input, refused.getMessage() + "\n");
    }

    static Stream<Path> texts() throws IOException {
        return Golden.inputs("snap/yaml", ".yaml");
    }

    static Stream<Path> wrongTexts() throws IOException {
        return Golden.inputs("snap/refused", ".yaml");
    }

    /** Write the record with one component a line. */
    private static String dump(SnapInfo info) {
        StringBuilder text = new StringBuilder();
        for (var each : SnapInfo.class.getRecordComponents()) {
            try {
                text.append(each.getName())
                        .append(": ")
                        .append(each.getAccessor().invoke(info))
                        .append('\n');
            } catch (ReflectiveOperationException ex) {
                throw new IllegalStateException(ex);
            }
        }
        return text.append("contact: ")
                .append(info.about().contact())
                .append('\n')
                .toString();
    }
}
