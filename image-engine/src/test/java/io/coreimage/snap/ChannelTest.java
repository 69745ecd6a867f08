package io.coreimage.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {

    @ParameterizedTest
    @ValueSource(strings = {"stable", "18", "18/edge", "latest/stable", "edge/fix-1", "22/beta/fix", "latest"})
    void whatWasWrittenComesBackAsItWas(String text) {
        assertThat(Channel.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "stable, latest/stable, stable",
        "18, 18/stable, 18/stable",
        "latest, latest/stable, stable",
        "latest/edge, latest/edge, edge",
        "edge/fix-1, latest/edge/fix-1, edge/fix-1",
        "22/beta/fix, 22/beta/fix, 22/beta/fix"
    })
    void namesAreCompletedAndShortened(String text, String full, String shortName) {
        assertThat(Channel.parse(text).full()).isEqualTo(full);
        assertThat(Channel.parse(text).shortName()).isEqualTo(shortName);
    }

    @ParameterizedTest
    @CsvSource({
        "latest/stable, edge, latest/edge",
        "20/stable, candidate, 20/candidate",
        "20/stable, 22, 22",
        "20/stable, edge/fix, 20/edge/fix",
        "stable, 18/beta, 18/beta",
        "stable, beta, beta",
        "20/stable, , 20/stable"
    })
    void aWishIsResolvedAgainstADefault(String defaultChannel, @Nullable String wish, String result) {
        Channel asked = wish == null ? null : Channel.parse(wish);
        assertThat(Channel.parse(defaultChannel).resolve(asked)).hasToString(result);
    }

    @ParameterizedTest
    @CsvSource({"18, , 18", "18, edge, 18/edge", "18, 18/beta, 18/beta", "18, beta/fix, 18/beta/fix"})
    void aPinnedTrackStays(String track, @Nullable String wish, String result) {
        Channel asked = wish == null ? null : Channel.parse(wish);
        assertThat(Channel.ofTrack(track).resolvePinned(asked))
                .hasValueSatisfying(each -> assertThat(each).hasToString(result));
    }

    @Test
    void aPinnedTrackRefusesAnotherOne() {
        assertThat(Channel.ofTrack("18").resolvePinned(Channel.parse("latest/edge")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/b", "18/", "/edge", "stable/a/b", "1/stable/x/y", "18//x"})
    void whatIsNoChannelIsRefused(String text) {
        assertThatThrownBy(() -> Channel.parse(text))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot use channel \"" + text + "\": ");
    }
}
