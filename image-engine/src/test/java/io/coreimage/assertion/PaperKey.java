package io.coreimage.assertion;

import io.coreimage.key.PublicKey;
import io.coreimage.key.SigningKey;
import io.coreimage.testkit.TestKeys;
import java.time.Instant;

/** A key that has the right id but does not spend the time to sign. */
final class PaperKey implements SigningKey {

    private static final PublicKey KEY = TestKeys.signing("vector-key").publicKey();

    @Override
    public PublicKey publicKey() {
        return KEY;
    }

    @Override
    public String sign(byte[] content, Instant created) {
        return "cGFwZXI=\n";
    }
}
