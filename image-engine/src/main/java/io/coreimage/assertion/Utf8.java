package io.coreimage.assertion;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads UTF-8 as it is meant: no overlong forms, no surrogates, nothing replaced. */
final class Utf8 {

    private Utf8() {}

    /** Return the text, or {@code null} if it is none. */
    static @Nullable String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Only where the quick way put in a replacement can anything be wrong.
        return text.indexOf('\uFFFD') < 0 || isValid(bytes) ? text : null;
    }

    private static boolean isValid(byte[] bytes) {
        try {
            strict().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException ex) {
            return false;
        }
    }

    /** Return the line, counted from 1, in which the bytes stop being text. */
    static int lineOfError(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        strict().decode(in, CharBuffer.allocate(bytes.length), true);
        return 1 + EmptyLine.countLineFeeds(bytes, in.position());
    }

    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
