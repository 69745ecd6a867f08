package io.coreimage.key;

import java.util.regex.Pattern;

/**
 * The name of a public key everywhere in Ubuntu Core: the SHA3-384 of its normalised packet, in base64url.
 * @param text the 64 characters
 */
public record KeyId(String text) implements Comparable<KeyId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{64}");

    public KeyId {
        if (!isKeyId(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is no key id");
        }
    }

    /** Say whether a text has the form of a key id. */
    public static boolean isKeyId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(KeyId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
