package io.coreimage.store;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionReader;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the text that a store gave for a reference. */
final class FoundAssertion {

    private static final String NEXT_STEP =
            "The store, or somebody on the way to it, sends what is no assertion: try again later, or without a proxy.";

    private FoundAssertion() {}

    /** Return the first assertion of a text; stores send no second one. */
    static Assertion read(byte[] text, String ref, String store) {
        try {
            Assertion first = new AssertionReader(new ByteArrayInputStream(text)).next();
            if (first != null) {
                return first;
            }
        } catch (RefusedException ex) {
            throw new FaultException(
                    "cannot fetch " + ref + ": " + store + " sends something else: " + ex.getMessage(), NEXT_STEP, ex);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        throw new FaultException("cannot fetch " + ref + ": " + store + " sends an empty answer", NEXT_STEP, null);
    }
}
