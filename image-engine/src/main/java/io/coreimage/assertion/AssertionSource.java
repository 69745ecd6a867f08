package io.coreimage.assertion;

import java.io.IOException;
import java.util.Optional;

/** Where assertions can be asked for: a store, a folder, a file. */
public interface AssertionSource {

    /** Return an assertion, or nothing if it is not there. */
    Optional<Assertion> retrieve(AssertionRef ref) throws IOException;

    /** Return one point of a sequence, or nothing if it is not there. */
    default Optional<Assertion> retrieve(SequenceRef ref) throws IOException {
        return Optional.empty();
    }

    /** Return a source that asks this one first and then another. */
    default AssertionSource orElse(AssertionSource other) {
        AssertionSource first = this;
        return new AssertionSource() {
            @Override
            public Optional<Assertion> retrieve(AssertionRef ref) throws IOException {
                Optional<Assertion> found = first.retrieve(ref);
                return found.isPresent() ? found : other.retrieve(ref);
            }

            @Override
            public Optional<Assertion> retrieve(SequenceRef ref) throws IOException {
                Optional<Assertion> found = first.retrieve(ref);
                return found.isPresent() ? found : other.retrieve(ref);
            }
        };
    }
}
