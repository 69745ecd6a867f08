package io.coreimage.seed;

import io.coreimage.assertion.Assertion;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Assertions as files hold them. */
final class AssertionText {

    private AssertionText() {}

    /** Return several ones one after the other, with an empty line between. */
    static byte[] stream(List<Assertion> assertions) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (Assertion each : assertions) {
            if (stream.size() > 0) {
                stream.write('\n');
            }
            byte[] text = each.encoded();
            stream.writeBytes(text);
            if (text[text.length - 1] != '\n') {
                stream.write('\n');
            }
        }
        return stream.toByteArray();
    }

    /** Return the name of a file for one assertion: its key with commas, and its type. */
    static String fileName(Assertion assertion) {
        String key = String.join(",", assertion.ref().shortKey());
        return key.replace("%", "%25").replace("/", "%2F") + "."
                + assertion.type().typeName();
    }
}
