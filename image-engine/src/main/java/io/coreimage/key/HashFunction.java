package io.coreimage.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The hash functions under signatures, by their OpenPGP numbers. We sign with SHA-512 only. */
enum HashFunction {
    SHA1(2, "SHA-1", "SHA1withRSA"),
    SHA256(8, "SHA-256", "SHA256withRSA"),
    SHA384(9, "SHA-384", "SHA384withRSA"),
    SHA512(10, "SHA-512", "SHA512withRSA"),
    SHA224(11, "SHA-224", "SHA224withRSA");

    private final int number;
    private final String digestName;
    private final String signatureName;

    HashFunction(int number, String digestName, String signatureName) {
        this.number = number;
        this.digestName = digestName;
        this.signatureName = signatureName;
    }

    static Optional<HashFunction> of(int number) {
        return Arrays.stream(values())
                .filter(function -> function.number == number)
                .findFirst();
    }

    int number() {
        return number;
    }

    /** Return the JDK's name of RSA PKCS#1 v1.5 over this function. */
    String signatureName() {
        return signatureName;
    }

    MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(digestName);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("every Java 17 has " + digestName, ex);
        }
    }
}
