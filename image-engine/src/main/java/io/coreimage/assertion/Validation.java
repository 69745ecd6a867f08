package io.coreimage.assertion;

import java.time.Instant;
import java.util.List;

/**
 * The word of a gating snap's publisher that a revision of another snap may be used.
 * @param assertion what was read
 * @param snapId the gating snap
 * @param approvedSnapId the other snap
 * @param approvedRevision its revision
 * @param revoked whether the word was taken back
 * @param timestamp when this was said
 */
public record Validation(
        Assertion assertion,
        String snapId,
        String approvedSnapId,
        long approvedRevision,
        boolean revoked,
        Instant timestamp)
        implements TypedAssertion {

    /** Read a validation. */
    public static Validation of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.VALIDATION);
        long revision = headers.positive("validation.1", "approved-snap-revision");
        boolean revoked = headers.bool("validation.2", "revoked");
        Instant timestamp = headers.date("validation.3", "timestamp");
        return new Validation(
                assertion,
                assertion.header("snap-id"),
                assertion.header("approved-snap-id"),
                revision,
                revoked,
                timestamp);
    }

    @Override
    public List<AssertionRef> prerequisites() {
        return List.of(AssertionRef.snapDeclaration(snapId), AssertionRef.snapDeclaration(approvedSnapId));
    }
}
