package io.coreimage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.assertion.HeaderText;
import io.coreimage.problem.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTextTest {

    private static final Instant BUILD = Instant.parse("2026-02-03T04:05:06.789Z");

    private static final ModelRules STRICT = ModelRules.strict();

    private static final ModelRules LENIENT = new ModelRules(true, Optional.empty(), Map.of());

    private static ModelDraft draft(String headers, ModelRules rules) {
        return ModelText.json("{\"type\": \"model\", " + headers + "}", "m.json")
                .draft(rules);
    }

    private static ModelRules builtAt(Instant time) {
        return new ModelRules(false, Optional.of(time), Map.of());
    }

    @Test
    void brandAndAuthorityDefaultToEachOther() {
        assertThat(draft("'brand-id': 'me', 'timestamp': '2020-01-01T00:00:00Z'".replace('\'', '"'), STRICT)
                        .headers()
                        .text("authority-id"))
                .isEqualTo("me");
        assertThat(draft("'authority-id': 'me', 'timestamp': '2020-01-01T00:00:00Z'".replace('\'', '"'), STRICT)
                        .headers()
                        .text("brand-id"))
                .isEqualTo("me");
    }

    @Test
    void aMissingTimestampIsTheBuilds() {
        ModelDraft draft = draft("\"brand-id\": \"me\"", builtAt(BUILD));

        assertThat(draft.headers().text("timestamp")).isEqualTo("2026-02-03T04:05:06Z");
        assertThat(draft.signedAt()).isEqualTo(BUILD);
    }

    @Test
    void aTimestampThatIsThereStaysAndTheBuildsIsTheTimeOfSigning() {
        ModelDraft draft = draft("\"brand-id\": \"me\", \"timestamp\": \"2020-03-10T12:05:38+01:00\"", builtAt(BUILD));

        assertThat(draft.headers().text("timestamp")).isEqualTo("2020-03-10T12:05:38+01:00");
        assertThat(draft.signedAt()).isEqualTo(BUILD);
    }

    @Test
    void withoutABuildTimeTheModelsOwnIsTheTimeOfSigning() {
        assertThat(draft("\"brand-id\": \"me\", \"timestamp\": \"2020-03-10T12:05:38+01:00\"", STRICT)
                        .signedAt())
                .isEqualTo(Instant.parse("2020-03-10T11:05:38Z"));
    }

    @Test
    void lenientMakesUnknownAndDoubledHeadersWarnings() {
        ModelDraft draft = draft(
                "\"brand-id\": \"me\", \"x-own\": {\"a\": [\"b\"]}, \"model\": \"one\", \"model\": \"two\","
                        + " \"timestamp\": \"2020-01-01T00:00:00Z\"",
                LENIENT);

        assertThat(draft.headers().text("model")).isEqualTo("two");
        assertThat(draft.headers().has("x-own")).isTrue();
        assertThat(draft.warnings())
                .containsExactly(
                        "model \"m.json\": line 1: no header is called \"x-own\"",
                        "model \"m.json\": line 1: \"model\" stands there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authority-id", "brand-id", "store", "model", "display-name", "revision"})
    void propertiesAreReplacedInNamedHeaders(String header) {
        ModelRules rules = new ModelRules(false, Optional.of(BUILD), Map.of("a.b", "x$1", "c", "y"));
        ModelDraft draft =
                ModelText.yaml("type: model\nbrand-id: me\n", "m.yaml").draft(rules);
        assertThat(draft.headers().has(header))
                .isEqualTo(List.of("authority-id", "brand-id").contains(header));

        ModelDraft replaced = ModelText.json(
                        "{\"type\": \"model\"" + (header.equals("brand-id") ? "" : ", \"brand-id\": \"me\"") + ", \""
                                + header + "\": \"-${a.b}-${c}\"}",
                        "m.json")
                .draft(rules);
        assertThat(replaced.headers().get(header)).isEqualTo(new HeaderText("-x$1-y"));
    }

    @Test
    void aPropertyMayNotBringAPlaceholderIn() {
        ModelRules rules = new ModelRules(false, Optional.of(BUILD), Map.of("store", "STORE_ID"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> draft("\"brand-id\": \"me\", \"store\": \"${store}\"", rules))
                .withMessageContaining("still has the placeholder STORE_ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sensor <5V>", "a < b", "ACCOUNTING", "costs $5", "My $(name"})
    void whatOnlyLooksLikeAPlaceholderIsTaken(String name) {
        ModelDraft draft = draft("\"brand-id\": \"me\", \"display-name\": \"" + name + "\"", builtAt(BUILD));

        assertThat(draft.headers().text("display-name")).isEqualTo(name);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(2000) + "]".repeat(2000);

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> ModelText.json(deep, "m.json"));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> ModelText.yaml(deep, "m.yaml"));
    }

    @Test
    void yamlScalarsStayTexts() {
        String yaml = "type: model\nbrand-id: me\nmodel: 0755\nrevision: 1_000\nclassic: yes\nstore: 1E0\n"
                + "timestamp: 2020-03-10T12:05:38+00:00\n";
        ModelDraft draft = ModelText.yaml(yaml, "m.yaml").draft(STRICT);

        assertThat(draft.headers().entries().values())
                .extracting(String::valueOf)
                .contains("0755", "1_000", "yes", "1E0", "2020-03-10T12:05:38+00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(", "<", "`", "${", "< ", "ACCOUNT_I"})
    void aMillionBeginningsOfPlaceholdersAreReadInNoTime(String beginning) {
        String text = beginning.repeat(500_000 / beginning.length());

        ModelDraft draft = draft("\"brand-id\": \"me\", \"display-name\": \"" + text + "\"", builtAt(BUILD));

        assertThat(draft.headers().text("display-name")).hasSize(text.length());
    }

    @Test
    void aMillionLettersInAnUnknownNameAreComparedWithNothing() {
        String name = "x".repeat(500_000);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> draft("\"brand-id\": \"me\", \"" + name + "\": \"\"", builtAt(BUILD)));
    }
}
