package io.coreimage.assertion;

import java.time.Instant;
import java.util.Optional;

/**
 * The time at which signing keys must be valid. A build gives its own timestamp, so that it can be repeated after a
 * key's end; then a key that has ended by today's clock is worth a warning. A key that is younger than that timestamp is
 * as good as any: stores sign what they release today with the keys of today, also for a model of years ago.
 * @param moment when keys must be valid
 * @param today the time by the clock, where somebody wants to be warned
 */
public record KeyMoment(Instant moment, Optional<Instant> today) {

    /** Return a moment without a look at the clock. */
    public static KeyMoment at(Instant moment) {
        return new KeyMoment(moment, Optional.empty());
    }

    /** Return whether a key may have signed: it had not ended at the moment, and has begun by today. */
    boolean isIn(KeyValidity validity) {
        Instant latest = today.filter(now -> now.isAfter(moment)).orElse(moment);
        return !validity.hasEndedBy(moment) && !latest.isBefore(validity.since());
    }

    /** Return the same moment with warnings about keys that have ended by the given time. */
    public KeyMoment seenFrom(Instant now) {
        return new KeyMoment(moment, Optional.of(now));
    }
}
