package io.coreimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreimage.assemble.ImageOptions;
import io.coreimage.assemble.ImageSizes;
import io.coreimage.bootloader.Customization;
import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.CoreImageException;
import io.coreimage.resolve.Wishes;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that stops a build of images: the sentence that it earns, and nothing left where the images would be. */
class RefusedBuildTest {

    private static final String GADGET = "gadget/meta/gadget.yaml";
    private static final int USED_AT = 40;
    private static final ImageOptions PLAIN = ImageOptions.at(TinyProduct.TIME);

    @TempDir
    private Path folder;

    /** Something wrong. */
    private record Wrong(String name, Mischief mischief, Wishes wishes, ImageOptions options) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Does it. */
    private interface Mischief {
        void on(TinyProduct product) throws IOException;
    }

    private static Wrong wrong(String name, Mischief mischief) {
        return new Wrong(name, mischief, Wishes.NONE, PLAIN);
    }

    private static Wrong inGadget(String name, String there, String instead) {
        return wrong(name, product -> product.replace(GADGET, there, instead));
    }

    static Stream<Wrong> all() {
        return Stream.of(
                inGadget("overlapping structures", "role: system-boot\n", "role: system-boot\n        offset: 40M\n"),
                wrong(
                        "content larger than its structure",
                        product -> product.write("gadget/boot/second.img", new byte[(1 << 20) + 1])),
                inGadget("missing content file", "image: boot/second.img", "image: boot/third.img"),
                inGadget("path escape of an image", "image: boot/second.img", "image: ../../etc/passwd"),
                inGadget(
                        "path escape of a source",
                        "size: 64M\n      - name: ubuntu-boot",
                        "size: 64M\n        content:\n          - source: ../../../etc/passwd\n            target: x\n"
                                + "      - name: ubuntu-boot"),
                inGadget(
                        "path escape of a target",
                        "size: 64M\n      - name: ubuntu-boot",
                        "size: 64M\n        content:\n          - source: grub.conf\n            target: ../../x\n"
                                + "      - name: ubuntu-boot"),
                inGadget(
                        "place that the system needs itself",
                        "size: 64M\n      - name: ubuntu-boot",
                        "size: 64M\n        content:\n          - source: grub.conf\n"
                                + "            target: systems/20261101/model\n      - name: ubuntu-boot"),
                inGadget("unknown role", "role: system-boot", "role: system-bot"),
                inGadget("two system-seeds", "role: system-boot", "role: system-seed"),
                wrong(
                        "gadget for another architecture",
                        product -> product.replace("gadget/meta/snap.yaml", "[amd64]", "[arm64]")),
                wrong(
                        "gadget with another base than the model",
                        product -> product.replace("gadget/meta/snap.yaml", "base: core22", "base: core20")),
                inGadget("gadget without what the model needs", "role: system-seed", "role: system-seed-null"),
                wrong("snap that is no squashfs", product -> product.write("snaps/hello_1_all.snap", "PK\3\4 a zip")),
                wrong("truncated snap", product -> {
                    byte[] whole = Files.readAllBytes(product.pack().file("snaps/demo-kernel_1_amd64.snap"));
                    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putLong(USED_AT, 20_000);
                    product.write("snaps/demo-kernel_1_amd64.snap", whole);
                }),
                wrong("seed larger than its partition", product -> {
                    byte[] noise = new byte[8 << 20];
                    new Random(1).nextBytes(noise);
                    product.write("hello/noise", noise);
                    product.replace(
                            GADGET, "size: 64M\n      - name: ubuntu-boot", "size: 8M\n      - name: ubuntu-boot");
                }),
                new Wrong("image size too small", product -> {}, Wishes.NONE, sized("100M")),
                new Wrong("image size of no volume", product -> {}, Wishes.NONE, sized("disk:4G")),
                new Wrong(
                        "cloud-init where there is none",
                        product -> {},
                        Wishes.NONE.withCustomization(
                                new io.coreimage.resolve.Customization(true, true, List.of(), false)),
                        customized(new Customization(true, ByteSource.of(new byte[1]), List.of()))),
                new Wrong(
                        "unknown boot flag",
                        product -> {},
                        Wishes.NONE.withCustomization(
                                new io.coreimage.resolve.Customization(false, false, List.of("fastory"), false)),
                        customized(new Customization(false, null, List.of("fastory")))),
                wrong(
                        "output folder that cannot be",
                        product -> product.write("file", "").into(product.file("file/output"))),
                wrong(
                        "output that is in the way",
                        product -> Files.createDirectories(product.output().resolve("pc.img/folder"))));
    }

    private static ImageOptions sized(String sizes) {
        return new ImageOptions(
                TinyProduct.TIME, SectorSize.BYTES_512, ImageSizes.parse(sizes), null, null, Customization.NONE, null);
    }

    private static ImageOptions customized(Customization customization) {
        return new ImageOptions(
                TinyProduct.TIME, SectorSize.BYTES_512, ImageSizes.AS_NEEDED, null, null, customization, null);
    }

    /** All of them are in one list, so that they can be read one after the other. */
    @Test
    void everythingWrongEarnsOneSentence() throws IOException {
        StringBuilder list = new StringBuilder();
        for (Wrong each : all().toList()) {
            list.append("# ").append(each).append('\n').append(refusal(each)).append("\n\n");
        }
        Golden.compare(Path.of("src/test/resources/assemble/refused.list"), list.toString());
    }

    private String refusal(Wrong wrong) throws IOException {
        Path home = Files.createDirectories(folder.resolve(wrong.name()));
        TinyProduct product = TinyProduct.in(home, BuildEvents.silent());
        wrong.mischief().on(product);
        CoreImageException refused = catchThrowableOfType(
                CoreImageException.class, () -> product.build(wrong.wishes(), wrong.options(), false));
        assertThat(refused).as(wrong.name()).isNotNull().hasMessageStartingWith("cannot ");
        assertThat(images(product.output())).as(wrong.name()).isEmpty();
        return refused.fullMessage().replace(home.toString(), "…");
    }

    private static List<Path> images(Path output) throws IOException {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(output)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFullDiskIsFoundOutBeforeItIsFull() throws IOException {
        Path small = Files.createDirectories(folder.resolve("small"));
        boolean mounted = Foreign.tool("mount")
                        .judge("-t", "tmpfs", "-o", "size=32k", "tmpfs", small)
                        .status()
                == 0;
        Foreign.requireMachine("mount of a tmpfs", mounted);
        try {
            TinyProduct product = TinyProduct.in(folder.resolve("product"), BuildEvents.silent())
                    .into(small);
            CoreImageException fault =
                    catchThrowableOfType(CoreImageException.class, () -> product.build(Wishes.NONE, PLAIN, false));
            assertThat(fault)
                    .hasMessageMatching("cannot write \"" + small + "/pc\\.img\": it needs .*, but only .* are free");
            assertThat(small).isEmptyDirectory();
        } finally {
            Foreign.tool("umount").run(small);
        }
    }
}
