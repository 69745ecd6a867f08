package io.coreimage;

import io.coreimage.assertion.AccountKey;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionType;
import io.coreimage.assertion.KeyValidity;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.KeptChoice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Snaps and assertions of an image, here and verified. The files can be read until the cache is closed.
 * @param choice what was chosen
 * @param kept the lock that keeps exactly this
 * @param locked whether a committed lock was obeyed
 */
public record Fetched(Choice choice, KeptChoice kept, boolean locked) {

    /**
     * Return when the next of the keys ends that vouch for it: from then on there is something to warn of.
     * @param roots the keys that are trusted without proof
     * @param now the time by the clock
     */
    public Optional<Instant> soundUntil(TrustedRoots roots, Instant now) {
        return nextEnd(roots, choice.assertions().all(), now);
    }

    static Optional<Instant> nextEnd(TrustedRoots roots, List<Assertion> assertions, Instant now) {
        Stream<KeyValidity> proven = assertions.stream()
                .filter(each -> each.type() == AssertionType.ACCOUNT_KEY)
                .map(each -> AccountKey.of(each).validity());
        return Stream.concat(roots.validities().stream(), proven)
                .flatMap(each -> Stream.ofNullable(each.until()))
                .filter(each -> each.isAfter(now))
                .min(Comparator.naturalOrder());
    }
}
