package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.bytes.Digest;

/**
 * An assertion that a lock keeps.
 * @param name its type and key, such as {@code account/canonical}
 * @param revision its revision
 * @param digest the SHA3-384 of its text
 */
public record LockedAssertion(String name, long revision, Digest digest) {

    static LockedAssertion of(Assertion assertion) {
        return new LockedAssertion(
                assertion.ref().uniqueName(),
                assertion.revision(),
                Digest.compute(Digest.Algorithm.SHA3_384, assertion.encoded()));
    }
}
