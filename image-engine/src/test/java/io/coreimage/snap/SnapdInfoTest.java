package io.coreimage.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapdInfoTest {

    @Test
    void readsVersionAndFormats() {
        SnapdInfo info = SnapdInfo.read(
                "VERSION=2.57.6\nSNAPD_APPARMOR_REEXEC=1\nSNAPD_ASSERTS_FORMATS='{\"snap-declaration\":5,\"system-user\":2}'\n",
                "\"snapd.snap\"");
        assertThat(info.version()).isEqualTo("2.57.6");
        assertThat(info.assertionFormats()).hasToString("{snap-declaration=5, system-user=2}");
    }

    @Test
    void kernelsWriteTheFormatsWithoutQuotes() {
        SnapdInfo info = SnapdInfo.read("VERSION=2.57.6\nSNAPD_ASSERTS_FORMATS={\"account-key\":1}", "\"k.snap\"");
        assertThat(info.assertionFormats()).hasToString("{account-key=1}");
    }

    @ParameterizedTest
    @CsvSource({
        "2.60, '{snap-declaration=5, system-user=1}'",
        "2.46, '{snap-declaration=4, system-user=1}'",
        "2.36, '{snap-declaration=3}'",
        "2.17, '{snap-declaration=1}'",
        "2.54~pre1, '{snap-declaration=4, system-user=1}'",
        "2.16, {}"
    })
    void olderOnesAreKnownByTheirVersion(String version, String formats) {
        assertThat(SnapdInfo.read("VERSION=" + version + "\n", "it").assertionFormats())
                .hasToString(formats);
    }

    @Test
    void whatBothUnderstandIsTheLowerOfBoth() {
        SnapdInfo snapd = SnapdInfo.read("SNAPD_ASSERTS_FORMATS={\"a\":5,\"b\":2}", "it");
        SnapdInfo kernel = SnapdInfo.read("SNAPD_ASSERTS_FORMATS={\"a\":4,\"c\":2}", "it");
        assertThat(snapd.formatsSharedWith(kernel)).hasToString("{a=4, b=0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{\"a\":null}", "{\"a\":\"x\"}", "{", "'"})
    void formatsThatAreNoneAreRefused(String json) {
        assertThatThrownBy(() -> SnapdInfo.read("SNAPD_ASSERTS_FORMATS=" + json, "\"snapd.snap\""))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot read the assertion formats of the snapd in \"snapd.snap\": not a JSON object of"
                        + " numbers");
    }

    @ParameterizedTest
    @CsvSource({
        "2.67.1, 2.68",
        "2.68~pre1, 2.68",
        "'', 2.60",
        "2.9, 2.10",
        "2.57+git1, 2.57.1",
        "1a, 1+",
        "~, ''",
        "2.68, 2.68-1"
    })
    void versionsSortAsDebianSortsThem(String lower, String higher) {
        assertThat(new DebianVersion(lower)).isLessThan(new DebianVersion(higher));
        assertThat(new DebianVersion(higher)).isGreaterThan(new DebianVersion(lower));
    }

    @Test
    void zerosInFrontOfNumbersDoNotCount() {
        assertThat(new DebianVersion("2.068")).isEqualByComparingTo(new DebianVersion("2.68"));
    }
}
