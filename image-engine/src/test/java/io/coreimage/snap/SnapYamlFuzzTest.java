package io.coreimage.snap;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;

class SnapYamlFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void metadataIsReadOrRefused(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        orRefused(() -> SnapYaml.read(text, "it").about().contact());
        orRefused(() -> ComponentYaml.read(text, "it"));
        orRefused(() -> SnapdInfo.read(text, "it"));
    }

    private static void orRefused(Runnable reading) {
        try {
            reading.run();
        } catch (RefusedException ex) {
            if (!ex.getMessage().startsWith("cannot ")) {
                throw new AssertionError("no sentence: " + ex.getMessage(), ex);
            }
        }
    }
}
