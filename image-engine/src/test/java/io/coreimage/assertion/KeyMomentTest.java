package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a key counts, in builds whose own time is not today. */
class KeyMomentTest {

    private static final Instant BEFORE = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant BUILD = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    private final KeyMoment strict = KeyMoment.at(BUILD);
    private final KeyMoment seenToday = new KeyMoment(BUILD, Optional.of(TODAY));

    @Test
    void aKeyThatEndedSinceTheBuildsTimeWasGoodThen() {
        assertThat(seenToday.isIn(new KeyValidity(BEFORE, AFTER))).isTrue();
        assertThat(strict.isIn(new KeyValidity(BEFORE, AFTER))).isTrue();
    }

    @Test
    void aKeyThatHadEndedIsNoKey() {
        assertThat(seenToday.isIn(new KeyValidity(BEFORE, BUILD))).isFalse();
        assertThat(strict.isIn(new KeyValidity(BEFORE, BUILD))).isFalse();
    }

    @Test
    void aKeyThatIsYoungerThanTheBuildsTimeIsGoodFromItsFirstDayOn() {
        assertThat(seenToday.isIn(new KeyValidity(AFTER, null))).isTrue();
        assertThat(seenToday.isIn(new KeyValidity(LATER, null))).isFalse();
        assertThat(strict.isIn(new KeyValidity(AFTER, null))).isFalse();
    }
}
