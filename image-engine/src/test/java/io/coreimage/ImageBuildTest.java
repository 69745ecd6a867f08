package io.coreimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.AssembleResult.BuiltFile;
import io.coreimage.assemble.ImageOptions;
import io.coreimage.assemble.ImageSizes;
import io.coreimage.bootloader.Customization;
import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.Wishes;
import io.coreimage.seed.SystemLabel;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole build leaves, and when it has nothing to do. */
class ImageBuildTest {

    private static final ImageOptions PLAIN = ImageOptions.at(TinyProduct.TIME);
    private static final String SECOND_VOLUME = """
              data:
                schema: gpt
                structure:
                  - name: shared
                    filesystem: ext4
                    type: 0FC63DAF-8483-4772-8E79-3D69D8477DE4
                    size: 16M
                    content:
                      - source: grub.conf
                        target: a/file
            """;

    @TempDir
    private Path folder;

    private final List<String> heard = new ArrayList<>();

    private TinyProduct product() throws IOException {
        return TinyProduct.in(folder.resolve("product"), new BuildEvents() {
            @Override
            public void note(String sentence) {
                heard.add(sentence);
            }

            @Override
            public void warn(String sentence) {
                heard.add("warning: " + sentence);
            }
        });
    }

    private static TinyProduct withTwoVolumes(TinyProduct product) throws IOException {
        String gadget = "gadget/meta/gadget.yaml";
        return product.write(gadget, Files.readString(product.file(gadget)) + SECOND_VOLUME);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(each -> !each.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void anImageHasTheNameOfItsVolumeOrTheOneThatTheUserWants() throws IOException {
        TinyProduct product = product();
        AssembleResult result = product.build(Wishes.NONE, PLAIN, false);
        assertThat(names(product.output())).containsExactly("pc.img", "seed.manifest", "snaps.manifest");
        assertThat(result.files()).extracting(BuiltFile::file).allMatch(Files::isRegularFile);
        product.named("kiosk").build(Wishes.NONE, PLAIN, false);
        assertThat(names(product.output())).containsExactly("kiosk.img", "seed.manifest", "snaps.manifest");
    }

    @Test
    void everyVolumeHasAnImageOfItsOwn() throws IOException {
        TinyProduct product = withTwoVolumes(product());
        AssembleResult result = product.build(Wishes.NONE, PLAIN, false);
        assertThat(names(product.output())).containsExactly("data.img", "pc.img", "seed.manifest", "snaps.manifest");
        assertThat(result.table()).anyMatch(each -> each.matches("data +1 +shared +1 MiB +16 MiB +ext4 +.*"));
        assertThat(Foreign.tool("sgdisk").run("-v", product.output().resolve("data.img")))
                .contains("No problems found");
        product.named("kiosk").build(Wishes.NONE, PLAIN, false);
        assertThat(names(product.output()))
                .containsExactly("kiosk-data.img", "kiosk-pc.img", "seed.manifest", "snaps.manifest");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws IOException {
        TinyProduct product = product().named("../kiosk");
        assertThatThrownBy(() -> product.build(Wishes.NONE, PLAIN, false))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use final name \"../kiosk\": it is no name of a file");
    }

    @Test
    void theManifestsListEverySnap() throws IOException {
        TinyProduct product = product();
        product.build(Wishes.NONE, PLAIN, false);
        assertThat(product.output().resolve("snaps.manifest"))
                .hasContent("core22 x1\ndemo-kernel x1\ndemo-pc x1\nhello x1\nsnapd x1\n");
        assertThat(product.output().resolve("seed.manifest"))
                .hasContent("core22 x1\ndemo-kernel x1\ndemo-pc x1\nhello x1\nsnapd x1\n");
    }

    @Test
    void aBuildOfWhatIsThereDoesNothing() throws IOException {
        TinyProduct product = product();
        AssembleResult first = product.build(Wishes.NONE, PLAIN, false);
        Path image = product.output().resolve("pc.img");
        FileTime written = Files.getLastModifiedTime(image);
        AssembleResult second = product.build(Wishes.NONE, PLAIN, false);
        assertThat(second.fresh()).isFalse();
        assertThat(second.files()).containsExactlyInAnyOrderElementsOf(first.files());
        assertThat(Files.getLastModifiedTime(image)).isEqualTo(written);
        Files.delete(product.output().resolve("snaps.manifest"));
        assertThat(product.build(Wishes.NONE, PLAIN, false).fresh()).isTrue();
        ImageOptions larger = new ImageOptions(
                TinyProduct.TIME, SectorSize.BYTES_512, ImageSizes.parse("1G"), null, null, Customization.NONE, null);
        assertThat(product.build(Wishes.NONE, larger, false).fresh()).isTrue();
        assertThat(Files.size(image)).isEqualTo(1L << 30);
    }

    @Test
    void aDryRunSaysWhatWouldBeAndWritesNothing() throws IOException {
        TinyProduct product = product();
        AssembleResult result = product.build(Wishes.NONE, PLAIN, true);
        assertThat(result.files()).isEmpty();
        assertThat(result.table()).anyMatch(each -> each.matches("pc +2 +ubuntu-seed +2 MiB +64 MiB +vfat +.*"));
        assertThat(product.output()).doesNotExist();
        assertThat(heard).noneMatch(each -> each.startsWith("Wrote "));
    }

    @Test
    void largeSectorsALabelAndADiskInfoAreWhatIsAskedFor() throws IOException {
        TinyProduct product = product()
                .replace(
                        "gadget/meta/gadget.yaml",
                        "size: 64M\n      - name: ubuntu-boot",
                        "size: 300M\n      - name: ubuntu-boot");
        product.build(
                Wishes.NONE,
                new ImageOptions(
                        TinyProduct.TIME,
                        SectorSize.of(4096),
                        ImageSizes.AS_NEEDED,
                        new SystemLabel("release-7"),
                        ByteSource.of("Kiosk 7\n".getBytes(StandardCharsets.UTF_8)),
                        Customization.NONE,
                        null),
                false);
        Path image = product.output().resolve("pc.img");
        assertThat(Foreign.tool("fdisk").run("-b", 4096, "-l", image))
                .containsPattern("img1 +256 +511 +256 +1M BIOS boot")
                .containsPattern("img2 +512 +77311 +76800 +300M EFI System");
        String seed = image + "@@2M";
        assertThat(Foreign.tool("mtype").with("MTOOLS_SKIP_CHECK", "1").run("-i", seed, "::.disk/info"))
                .isEqualTo("Kiosk 7\n");
        assertThat(Foreign.tool("mdir").with("MTOOLS_SKIP_CHECK", "1").run("-b", "-i", seed, "::systems"))
                .isEqualTo("::/systems/release-7/\n");
    }
}
