package io.coreimage.assertion;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Snaps that belong together, each with what must hold for it.
 * @param assertion what was read
 * @param accountId whose set it is
 * @param name its name
 * @param sequence its number
 * @param snaps the snaps
 * @param timestamp when this was said
 */
public record ValidationSet(
        Assertion assertion,
        String accountId,
        String name,
        long sequence,
        List<ValidationSetSnap> snaps,
        Instant timestamp)
        implements TypedAssertion {

    public ValidationSet {
        snaps = List.copyOf(snaps);
    }

    /** Read a validation set. */
    public static ValidationSet of(Assertion assertion) {
        HeaderReader headers = assertion.reader(AssertionType.VALIDATION_SET);
        String accountId = assertion.header("account-id");
        if (!accountId.equals(assertion.authorityId())) {
            throw headers.violation("validation-set.1", "account-id", "and \"authority-id\" must be the same");
        }
        String name = headers.matching("validation-set.2", "name", Names::isLowerName, "name for a validation set");
        long sequence = headers.positive("validation-set.3", "sequence");
        headers.require("validation-set.4", "snaps");
        List<ValidationSetSnap> snaps = ValidationSetSnap.readAll(headers);
        Instant timestamp = headers.date("validation-set.8", "timestamp");
        return new ValidationSet(assertion, accountId, name, sequence, snaps, timestamp);
    }

    /** Return which point of which sequence this is. */
    public SequenceRef sequenceRef() {
        return SequenceRef.validationSet(accountId, name, OptionalLong.of(sequence));
    }
}
