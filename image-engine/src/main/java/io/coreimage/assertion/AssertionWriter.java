package io.coreimage.assertion;

import java.io.ByteArrayOutputStream;
import java.util.Collection;

/** Writes several assertions one after the other, as seeds and locks hold them. */
public final class AssertionWriter {

    private AssertionWriter() {}

    /** Return a stream: an empty line between two assertions, a line feed at the end. */
    public static byte[] stream(Collection<Assertion> assertions) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (Assertion assertion : assertions) {
            if (stream.size() > 0) {
                stream.write('\n');
            }
            byte[] encoded = assertion.encoded();
            stream.writeBytes(encoded);
            if (encoded[encoded.length - 1] != '\n') {
                stream.write('\n');
            }
        }
        return stream.toByteArray();
    }
}
