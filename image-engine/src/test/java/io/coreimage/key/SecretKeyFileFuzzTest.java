package io.coreimage.key;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.CoreImageException;

/** Key files as bytes from anywhere. */
class SecretKeyFileFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void keyFilesGiveAnAnswer(byte[] bytes) {
        try {
            SecretKeyFile file = SecretKeyFile.read(bytes, "fuzz");
            file.name();
            file.isLocked();
        } catch (CoreImageException ex) {
            ex.fullMessage();
        }
    }
}
