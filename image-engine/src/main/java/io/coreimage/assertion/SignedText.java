package io.coreimage.assertion;

import java.util.Arrays;

/** The bytes of an assertion: what is signed, and the signature. */
final class SignedText {

    private final byte[] content;
    private final int bodyLength;
    private final String signature;

    /**
     * Create an instance that owns the array.
     * @param content what is signed
     * @param bodyLength how many bytes at its end are the body
     * @param signature what stands behind it, one character for each byte
     */
    SignedText(byte[] content, int bodyLength, String signature) {
        this.content = content;
        this.bodyLength = bodyLength;
        this.signature = signature;
    }

    /** Return the content, not copied. */
    byte[] content() {
        return content;
    }

    int bodyLength() {
        return bodyLength;
    }

    byte[] body() {
        return Arrays.copyOfRange(content, content.length - bodyLength, content.length);
    }

    String signature() {
        return signature;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedText text
                && Arrays.equals(content, text.content)
                && signature.equals(text.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }
}
