package io.coreimage.assertion;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads UTF-8 as Go's JSON does: what is no text becomes U+FFFD, one for each byte. */
final class LenientUtf8 {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST = 4;

    private LenientUtf8() {}

    static String decode(byte[] bytes) {
        String valid = Utf8.decode(bytes);
        if (valid != null) {
            return valid;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            text.append(
                    length == 0 ? String.valueOf(REPLACEMENT) : new String(bytes, i, length, StandardCharsets.UTF_8));
            i += Math.max(1, length);
        }
        return text.toString();
    }

    /** Return the length of the character at that place, 0 if there is none. */
    private static int sequence(byte[] bytes, int start) {
        for (int length = 1; length <= LONGEST && start + length <= bytes.length; length++) {
            String text = Utf8.decode(Arrays.copyOfRange(bytes, start, start + length));
            if (text != null) {
                return length;
            }
        }
        return 0;
    }

    static String withoutLoneSurrogates(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
