package io.coreimage.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.assertion.AssertionSigner;
import io.coreimage.testkit.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example models of the documentation, and one of UC24, in each form that a user may choose. */
class ModelFormsTest {

    static Stream<Path> models() throws IOException {
        try (Stream<Path> folders = Files.list(ModelFixture.FILES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("model.json"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void jsonYamlAndXmlSignToTheSameBytes(Path folder) {
        String json = signed(folder.resolve("model.json"));

        assertThat(signed(folder.resolve("model.yaml"))).isEqualTo(json);
        assertThat(signed(folder.resolve("model.xml"))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("models")
    void theirJsonSignsAsItIsWithoutUsInBetween(Path folder) throws IOException {
        ModelDraft draft = ModelFixture.read(folder.resolve("model.json")).draft(ModelRules.strict());
        byte[] direct = new AssertionSigner(TestKeys.signing("vector-key"))
                .signJson(Files.readAllBytes(folder.resolve("model.json")), draft.signedAt())
                .encoded();

        assertThat(signed(folder.resolve("model.json"))).isEqualTo(new String(direct, StandardCharsets.UTF_8));
    }

    private static String signed(Path file) {
        ModelDraft draft = ModelFixture.read(file).draft(ModelRules.strict());
        assertThat(draft.warnings()).isEmpty();
        byte[] signed = new AssertionSigner(TestKeys.signing("vector-key"))
                .sign(draft.headers().entries(), draft.signedAt())
                .encoded();
        return new String(signed, StandardCharsets.UTF_8);
    }
}
