package io.coreimage.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.CoreImageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Models as texts from anywhere. */
class ModelTextFuzzTest {

    private static final ModelRules RULES = new ModelRules(true, Optional.of(Instant.EPOCH), Map.of("a", "b"));

    @FuzzTest(maxDuration = "10m")
    void modelsGiveAnAnswer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        answer(() -> ModelText.json(text, "fuzz.json").draft(RULES));
        answer(() -> ModelText.yaml(text, "fuzz.yaml").draft(RULES));
    }

    private static void answer(Runnable action) {
        try {
            action.run();
        } catch (CoreImageException ex) {
            ex.fullMessage();
        }
    }
}
