package io.coreimage.assertion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assertion of a type that has no part in images: it can be carried along, but of its own rules only a few are
 * checked.
 */
record UncheckedAssertion(Assertion assertion, @Nullable Instant timestamp, List<AssertionRef> prerequisites)
        implements TypedAssertion {

    static UncheckedAssertion of(Assertion assertion) {
        return new UncheckedAssertion(assertion, null, List.of());
    }

    static UncheckedAssertion dated(Assertion assertion) {
        HeaderReader headers = new HeaderReader(assertion.headers());
        return new UncheckedAssertion(assertion, headers.date(assertion.type() + ".timestamp", "timestamp"), List.of());
    }

    static UncheckedAssertion sequence(Assertion assertion) {
        new HeaderReader(assertion.headers()).positive(assertion.type() + ".sequence", "sequence");
        return of(assertion);
    }

    /** What a device says about itself can only be judged by the key in its serial. */
    static UncheckedAssertion ofDevice(Assertion assertion) {
        AssertionRef serial = new AssertionRef(AssertionType.SERIAL, assertion.primaryKey());
        return new UncheckedAssertion(assertion, null, List.of(serial));
    }
}
