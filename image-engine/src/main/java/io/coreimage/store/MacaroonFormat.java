package io.coreimage.store;

import io.coreimage.problem.MalformedException;

/** How the bytes of a macaroon lie. */
interface MacaroonFormat {

    /** How long a macaroon may be; real ones have some hundred bytes. */
    int LONGEST = 1 << 16;

    int SIGNATURE_LENGTH = 32;

    Macaroon read(byte[] bytes);

    byte[] write(Macaroon macaroon);

    /** Return the format that the first byte shows. */
    static MacaroonFormat of(byte[] bytes) {
        if (bytes.length == 0) {
            throw new MalformedException("macaroon", 0, "empty");
        }
        if (bytes.length > LONGEST) {
            throw new MalformedException("macaroon", LONGEST, "longer than " + LONGEST + " bytes");
        }
        return bytes[0] == MacaroonVersion2.VERSION ? new MacaroonVersion2() : new MacaroonVersion1();
    }

    /** Refuse a signature that no macaroon has. */
    static byte[] checkSignature(byte[] signature, long offset) {
        if (signature.length != SIGNATURE_LENGTH) {
            throw new MalformedException(
                    "macaroon signature", offset, signature.length + " bytes instead of " + SIGNATURE_LENGTH);
        }
        return signature;
    }
}
