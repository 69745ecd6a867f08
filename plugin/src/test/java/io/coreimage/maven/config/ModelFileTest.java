package io.coreimage.maven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.model.ModelRules;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {

    private static final ModelRules RULES = new ModelRules(false, Optional.of(Instant.EPOCH), Map.of());

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m.json|{\"type\": \"model\", \"brand-id\": \"me\"}",
                "m.JSON|{\"type\": \"model\", \"brand-id\": \"me\"}",
                "m.txt| {\"type\": \"model\", \"brand-id\": \"me\"}",
                "m.yaml|{type: model, brand-id: me}",
                "m.yml|{type: model, brand-id: me}",
                "m|type: model\\nbrand-id: me",
                "bom.json|\\uFEFF{\"type\": \"model\", \"brand-id\": \"me\"}"
            })
    void theEndingOrElseTheBeginningSaysWhatItIs(String name, String text) throws IOException {
        ModelFile file = ModelFile.read(file(name, text.replace("\\n", "\n").replace("\\uFEFF", "\uFEFF")));

        assertThat(file.isSigned()).isFalse();
        assertThat(file.model().draft(RULES).headers().text("authority-id")).isEqualTo("me");
    }

    @Test
    void whatHasASigningKeyIsSigned() throws IOException {
        assertThat(ModelFile.read(file("m", "type: model\nsign-key-sha3-384: abc\n\nsig\n"))
                        .isSigned())
                .isTrue();
        assertThat(ModelFile.read(file("m.yaml", "type: model\nsign-key-sha3-384: abc\n"))
                        .isSigned())
                .isFalse();
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("m.json"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ModelFile.read(file))
                .withMessageContaining("it is not text in UTF-8");
    }

    @Test
    void elementsOfThePomBecomeHeaders() {
        PlexusConfiguration model = new DefaultPlexusConfiguration("model");
        model.addChild("type", "model");
        model.addChild("brand-id", " me ");
        PlexusConfiguration snaps = new DefaultPlexusConfiguration("required-snaps");
        snaps.addChild("snap", "hello");
        model.addChild(snaps);

        assertThat(InlineModel.read(model).draft(RULES).headers().toString())
                .contains("brand-id=me", "required-snaps=[hello]");
    }
}
