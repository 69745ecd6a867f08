package io.coreimage.gadget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeSizeTest {

    /**
     * Data size and end of the last structure are ubuntu-image's; its files are larger by the tables. Where it lets the
     * seed inflate what the device makes (the last but two), we do not.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    pc-18       | 512  | -         | 5038080   | 15945728   | 70471680   | 71303168
                    pc-18       | 512  | 60M       | 5038080   | 15945728   | 70471680   | 71303168
                    pc-18       | 512  | 100M      | 5038080   | 50297344   | 104823296  | 104857600
                    pc-18       | 512  | pc:200M   | 5038080   | 155154944  | 209680896  | 209715200
                    pc-18       | 512  | 0:4G      | 5038080   | 4240407040 | 4294932992 | 4294967296
                    pc-22-amd64 | 512  | -         | 3039232   | 1073741824 | 3154116608 | 3155165184
                    pc-22-amd64 | 4096 | -         | 3039232   | 1073741824 | 3154116608 | 3155165184
                    pc-22-amd64 | 512  | 1G        | 3039232   | 1073741824 | 3154116608 | 3155165184
                    pc-22-amd64 | 512  | 4G        | 3039232   | 2214558208 | 4294932992 | 4294967296
                    pc-22-amd64 | 512  | -         | 900038656 | 1073741824 | 3154116608 | 3155165184
                    pi-18       | 512  | -         | 5038080   | 15945728   | 285429760  | 286261248
                    pi-22       | 512  | -         | 3039232   | 1572864000 | 3652190208 | 3652190208
                    """)
    void anImageIsAsLargeAsItsGadgetAndItsUserWant(
            String gadget, long sector, String wanted, long used, long data, long end, long image) throws IOException {
        LaidOutVolume volume = GadgetFixture.named(gadget).layOut().volumes().get(0);
        Size asked = wanted == null
                ? null
                : ImageSizes.parse(wanted, List.of(volume.name())).of(volume.name());
        VolumeSize size = VolumeSize.of(volume, new Size(used), asked, new Size(sector));
        LaidOutStructure grown = size.volume().find(Role.SYSTEM_DATA);
        assertThat(grown).isNotNull();
        assertThat(List.of(
                        grown.size().bytes(),
                        size.volume().size().bytes(),
                        size.image().bytes()))
                .containsExactly(data, end, image);
        size.volume().check(new Size(sector));
    }

    @Test
    void filesAreCountedInBlocks() {
        FileTree tree = FileTree.builder(Attributes.directory(GadgetFixture.TIME))
                .file("a/one", new byte[1])
                .file("a/two", new byte[4097])
                .file("none", new byte[0])
                .symlink("link", "none")
                .build();
        assertThat(VolumeSize.used(tree)).isEqualTo(new Size(2 * 4096 + 4096 + 2 * 4096));
    }

    @Test
    void sizesAreAskedForByNameOrNumber() {
        assertThat(ImageSizes.parse("first:1G,1:64M", List.of("first", "second"))
                        .byVolume())
                .isEqualTo(Map.of("first", Size.ofGiB(1), "second", Size.ofMiB(64)));
        assertThat(ImageSizes.parse("1G", List.of("a", "b")).byVolume())
                .isEqualTo(Map.of("a", Size.ofGiB(1), "b", Size.ofGiB(1)));
        assertThat(ImageSizes.NONE.of("a")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2:1G", "-1:1G", "x:1G", "a:1G,2G", "a:", "a:1K", "", "a:1G,0:2G"})
    void aSizeThatNobodyCanReadIsRefused(String text) {
        assertThatThrownBy(() -> ImageSizes.parse(text, List.of("a", "b")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot read ");
    }
}
