package io.coreimage.key;

import java.time.Instant;

/** A secret RSA key, wherever it is kept, that signs assertions. */
public interface SigningKey {

    /** The shortest modulus that may sign, in bits. */
    int MINIMUM_BITS = 4096;

    /** Return the key's public half. */
    PublicKey publicKey();

    /**
     * Sign an assertion's content.
     * @param content the headers and the body, as they will be written
     * @param created the time that the signature names, in whole seconds: same content, key and time, same text
     * @return what stands behind the content: the lines of the envelope and one line feed
     * @throws io.coreimage.problem.RefusedException if the key may not sign
     */
    String sign(byte[] content, Instant created);
}
