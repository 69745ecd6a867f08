package io.coreimage.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionFormatsTest {

    @ParameterizedTest
    @CsvSource({
        "2.16, 0, 0",
        "2.17.1, 1, 0",
        "2.36~pre1, 3, 0",
        "2.46, 4, 1",
        "2.57.6, 5, 1",
        "16-2.61, 5, 1",
        "1.9, 0, 0"
    })
    void anOldSnapdIsKnownByItsVersion(String version, long declaration, long systemUser) {
        AssertionFormats formats = AssertionFormats.ofSnapd(version);
        assertThat(formats.max(AssertionType.SNAP_DECLARATION)).isEqualTo(declaration);
        assertThat(formats.max(AssertionType.SYSTEM_USER)).isEqualTo(systemUser);
        assertThat(formats.max(AssertionType.ACCOUNT_KEY)).isZero();
    }

    @Test
    void aNewerSnapdSaysItItself() {
        AssertionFormats formats =
                AssertionFormats.parse("{\"account-key\":1,\"snap-declaration\":6,\"system-user\":9}");
        assertThat(formats.max(AssertionType.SNAP_DECLARATION)).isEqualTo(6);
        assertThat(formats.max(AssertionType.SYSTEM_USER))
                .as("more than we understand")
                .isEqualTo(2);
        assertThat(formats.and(AssertionFormats.ofSnapd("2.54")).max(AssertionType.SNAP_DECLARATION))
                .isEqualTo(5);
    }

    @Test
    void ourOwnFormatsAreThoseOfTheTable() {
        assertThat(AssertionFormats.understood().max(AssertionType.SNAP_DECLARATION))
                .isEqualTo(7);
        assertThat(AssertionFormats.understood().max(AssertionType.MODEL)).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> AssertionFormats.ofSnapd("new"))
                .hasMessage("cannot read the version of snapd: \"new\"");
        assertThatThrownBy(() -> AssertionFormats.parse("{"))
                .hasMessageStartingWith("cannot read SNAPD_ASSERTS_FORMATS");
    }
}
