package io.coreimage.squashfs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of files between bytes and text. */
final class Names {

    private Names() {}

    /** Return the text whose UTF-8 form the bytes are, or {@code null} if they are no UTF-8. */
    static @Nullable String decode(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException ex) {
            return null;
        }
    }

    /** Return bytes for a message, whatever they are. */
    static String printable(byte[] name) {
        StringBuilder text = new StringBuilder();
        for (byte each : name) {
            boolean plain = each >= ' ' && each < 0x7F && each != '\\';
            text.append(plain ? String.valueOf((char) each) : String.format(Locale.ROOT, "\\x%02x", each));
        }
        return text.toString();
    }
}
