package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizesTest {

    private static final List<String> VOLUMES = List.of("pc", "data");

    @Test
    void oneSizeIsForAllVolumes() {
        ImageSizes sizes = ImageSizes.parse("4G");
        sizes.check(VOLUMES);
        assertThat(sizes.of("pc", 0)).isEqualTo(Size.ofGiB(4));
        assertThat(sizes.of("data", 1)).isEqualTo(Size.ofGiB(4));
    }

    @Test
    void pairsNameVolumesOrCountThem() {
        ImageSizes sizes = ImageSizes.parse("pc:512M, 1:1048576");
        sizes.check(VOLUMES);
        assertThat(sizes.of("pc", 0)).isEqualTo(Size.ofMiB(512));
        assertThat(sizes.of("data", 1)).isEqualTo(Size.ofMiB(1));
    }

    @Test
    void nothingAskedIsNothingGiven() {
        assertThat(ImageSizes.parse(" ")).isEqualTo(ImageSizes.AS_NEEDED);
        assertThat(ImageSizes.AS_NEEDED.of("pc", 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pc:1G,2G", "pc:1G,pc:2G", ":1G", "1K", "pc:", "-1", "99999999999999999G"})
    void whatIsNoSizeIsRefused(String text) {
        assertThatThrownBy(() -> ImageSizes.parse(text))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot read ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk:1G", "2:1G", "-1:1G", "pc:1G,0:2G"})
    void pairsThatFitNoVolumeAreRefused(String text) {
        assertThatThrownBy(() -> ImageSizes.parse(text).check(VOLUMES))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot read image size");
    }
}
