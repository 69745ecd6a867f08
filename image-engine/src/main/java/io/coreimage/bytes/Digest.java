package io.coreimage.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The digest of some bytes, with the function that made it.
 * @param algorithm the function
 * @param hex the value in lower-case hexadecimal digits
 */
public record Digest(Algorithm algorithm, String hex) {

    /** The functions that Ubuntu Core and our outputs use. */
    public enum Algorithm {
        SHA_256("SHA-256", 32),
        SHA3_384("SHA3-384", 48),
        SHA_512("SHA-512", 64);

        private final String javaName;
        private final int length;

        Algorithm(String javaName, int length) {
            this.javaName = javaName;
            this.length = length;
        }

        String javaName() {
            return javaName;
        }

        /** Return the length of a value in bytes. */
        public int length() {
            return length;
        }

        /** Start a digest over bytes that are still to come. */
        public Hasher newHasher() {
            return Hasher.of(this);
        }
    }

    public Digest {
        if (hex.length() != algorithm.length * 2 || !isHex(hex)) {
            throw new IllegalArgumentException("\"" + hex + "\" is no " + algorithm.javaName + " value");
        }
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public static Digest of(Algorithm algorithm, byte[] value) {
        return new Digest(algorithm, HexFormat.of().formatHex(value));
    }

    /** Return the digest of the given bytes. */
    public static Digest compute(Algorithm algorithm, byte[] content) {
        return algorithm.newHasher().update(ByteBuffer.wrap(content)).finish();
    }

    /** Return the digest of the given text in UTF-8. */
    public static Digest compute(Algorithm algorithm, String text) {
        return compute(algorithm, text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toBytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Return the value as assertions write it: base64url without padding. */
    public String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(toBytes());
    }

    @Override
    public String toString() {
        return algorithm.javaName + ":" + hex;
    }
}
