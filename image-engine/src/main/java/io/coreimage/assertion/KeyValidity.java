package io.coreimage.assertion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a key may sign.
 * @param since from when on
 * @param until when it ends, or {@code null} for never
 */
public record KeyValidity(Instant since, @Nullable Instant until) {

    public boolean includes(Instant moment) {
        return !moment.isBefore(since) && !hasEndedBy(moment);
    }

    public boolean hasEndedBy(Instant moment) {
        return until != null && !moment.isBefore(until);
    }

    /** Read the two headers of an account-key or of a request for one. */
    static KeyValidity read(HeaderReader headers, String sinceRule, String untilRule, String orderRule) {
        Instant since = headers.date(sinceRule, "since");
        Instant until = headers.optionalDate(untilRule, "until");
        if (until != null && until.isBefore(since)) {
            throw headers.violation(orderRule, "until", "must not be before \"since\"");
        }
        return new KeyValidity(since, until);
    }

    @Override
    public String toString() {
        return until == null ? "since " + since : "from " + since + " to " + until;
    }
}
