package io.coreimage.maven.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coreimage.problem.RefusedException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTimestampTest {

    private static final Instant TIME = Instant.parse("2026-02-03T04:05:06Z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-03T04:05:06Z", "2026-02-03T05:05:06+01:00", "1770091506"})
    void datesAndSecondsAreRead(String text) {
        assertThat(BuildTimestamp.of(text, null)).contains(TIME);
        assertThat(BuildTimestamp.of(null, text)).contains(TIME);
    }

    @Test
    void theUsersGoesBeforeTheProjects() {
        assertThat(BuildTimestamp.of("2026-02-03T04:05:06Z", "2020-01-01T00:00:00Z"))
                .contains(TIME);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"NIL", "''", "x", "${project.build.outputTimestamp}", "1980-02-01T00:00:00Z"},
            nullValues = "NIL")
    void aProjectMayHaveNone(@Nullable String text) {
        assertThat(BuildTimestamp.of(null, text)).isEqualTo(Optional.empty());
    }

    @Test
    void aSingleDigitIsASecond() {
        assertThat(BuildTimestamp.of(null, "0")).contains(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-03", "2026-02-03T04:05:06", "-1", "12345678901234567890"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BuildTimestamp.of(text, null))
                .withMessage("cannot read core-image.timestamp \"" + text
                        + "\": it is neither a date nor a number of seconds");
    }
}
