package io.coreimage.resolve;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;

class LockFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void locksAndManifestsAreReadOrRefused(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            Lock lock = LockReader.read(text, "it");
            check(LockReader.read(LockText.write(lock), "it").equals(lock), "a written lock is another one");
        } catch (RefusedException ex) {
            check(ex.getMessage().startsWith("cannot read lock \"it\": "), ex.getMessage());
        }
        try {
            SeedManifest manifest = SeedManifest.read(text, "it");
            check(SeedManifest.read(manifest.write(), "it").equals(manifest), "a written manifest is another one");
        } catch (RefusedException ex) {
            check(ex.getMessage().startsWith("cannot read \"it\": line "), ex.getMessage());
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
