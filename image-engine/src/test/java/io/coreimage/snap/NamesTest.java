package io.coreimage.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"pc", "a1", "hello-world", "0ad", "x23456789012345678901234567890123456789x"})
    void namesOfSnapsAreTaken(String text) {
        assertThat(SnapName.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "12",
                "-ab",
                "ab-",
                "a--b",
                "Hello",
                "foo_bar",
                "ä1b",
                "x2345678901234567890123456789012345678901"
            })
    void whatIsNoNameIsRefused(String text) {
        assertThatThrownBy(() -> SnapName.parse(text))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use snap name \"" + text + "\": not a valid name");
    }

    @Test
    void revisionsAreTheStoresOrLocal() {
        assertThat(Revision.parse("42")).isEqualTo(Revision.of(42)).matches(each -> !each.isLocal());
        assertThat(Revision.parse("x1")).isEqualTo(Revision.FIRST_LOCAL).matches(Revision::isLocal);
        assertThat(Revision.parse("x12")).hasToString("x12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "x0", "-1", "01", "x", "1.0", "99999999999", "4294967296"})
    void whatIsNoRevisionIsRefused(String text) {
        assertThatThrownBy(() -> Revision.parse(text))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot use revision \"" + text + "\": ");
    }

    @Test
    void systemSnapsHaveKnownIds() {
        assertThat(SnapId.wellKnown(new SnapName("snapd"))).hasValue(new SnapId("PMrrV4ml8uWuEUDBT8dSGnKUYbevVhc4"));
        assertThat(SnapId.wellKnown(new SnapName("core26"))).isEmpty();
    }

    @Test
    void componentsAreNamedWithTheirSnap() {
        assertThat(ComponentName.parse("my-app+extras"))
                .isEqualTo(new ComponentName(new SnapName("my-app"), new SnapName("extras")))
                .hasToString("my-app+extras");
        assertThatThrownBy(() -> ComponentName.parse("my-app"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use component name \"my-app\": no + in it");
    }

    @Test
    void aSnapForAllMachinesRunsOnEach() {
        assertThat(Architecture.ALL.runsOn(Architecture.ARM64)).isTrue();
        assertThat(Architecture.AMD64.runsOn(Architecture.ARM64)).isFalse();
        assertThatThrownBy(() -> Architecture.parse("AMD64"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use architecture \"AMD64\": not an architecture's name");
    }

    @Test
    void typesAreKnownByTheirWords() {
        assertThat(SnapType.named("os")).hasValue(SnapType.OS);
        assertThat(SnapType.named("application")).hasValue(SnapType.APP);
        assertThat(SnapType.named("core")).isEmpty();
    }
}
