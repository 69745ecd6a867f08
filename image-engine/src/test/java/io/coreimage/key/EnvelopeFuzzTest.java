package io.coreimage.key;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.problem.CoreImageException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys and signatures as bytes from anywhere. */
class EnvelopeFuzzTest {

    private static final PublicKey KEY =
            PublicKey.of(BigInteger.ONE.shiftLeft(4095).add(BigInteger.TEN), BigInteger.valueOf(65537));

    @FuzzTest(maxDuration = "10m")
    void keysAndSignaturesGiveAnAnswer(byte[] bytes) {
        String plain = new String(bytes, StandardCharsets.UTF_8);
        byte[] versioned =
                ByteBuffer.allocate(bytes.length + 1).put((byte) 1).put(bytes).array();
        String packed = Base64.getEncoder().encodeToString(versioned);
        answer(() -> PublicKey.decode(plain));
        answer(() -> PublicKey.decode(packed).encoded());
        answer(() -> KEY.verify(bytes, plain));
        answer(() -> KEY.verify(bytes, packed));
        answer(() -> PublicKey.signatureTime(packed));
    }

    private static void answer(Runnable action) {
        try {
            action.run();
        } catch (CoreImageException ex) {
            ex.fullMessage();
        }
    }
}
