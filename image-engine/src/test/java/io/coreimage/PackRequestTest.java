package io.coreimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.problem.RefusedException;
import io.coreimage.squashfs.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packing from the front door. */
class PackRequestTest {

    @TempDir
    private Path folder;

    private PackRequest request() {
        return new PackRequest(folder.resolve("snap"), Instant.EPOCH, Compression.ZSTD, 2);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("snap").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void namesTheSnapByWhatItSays() throws IOException {
        write("meta/snap.yaml", "{name: some, version: 3, architectures: [arm64]}");

        PackRequest.Packed packed = request().packInto(folder.resolve("new/out"));

        assertThat(packed.file())
                .isEqualTo(folder.resolve("new/out/some_3_arm64.snap"))
                .exists();
    }

    @Test
    void takesTheNameThatIsGiven() throws IOException {
        write("meta/snap.yaml", "{name: some, version: 3}");

        assertThat(request().packAs(folder.resolve("x.snap")).file()).exists();
    }

    @Test
    void namesAComponentByWhatItSays() throws IOException {
        write("meta/component.yaml", "{component: some+extras, type: standard, version: 3}");
        PackRequest.Packed packed = request().packInto(folder);

        assertThat(packed.file()).hasFileName("some+extras_3.comp").exists();
        assertThat(packed.packing().title()).isEqualTo("some+extras 3");
        assertThat(packed.packing().extension()).isEqualTo("comp");
        write("meta/component.yaml", "{component: some+extras, type: standard}");
        assertThat(request().packInto(folder).file()).hasFileName("some+extras.comp");
    }

    @Test
    void doesNothingWhereNothingChanged() throws IOException {
        write("meta/snap.yaml", "{name: some, version: 3}");
        write("data", "one");
        PackRequest.Packed first = request().packInto(folder);
        Files.setLastModifiedTime(folder.resolve("snap/data"), FileTime.fromMillis(1));
        byte[] bytes = Files.readAllBytes(first.file());

        assertThat(first.fresh()).isTrue();
        assertThat(request().packInto(folder).fresh()).isFalse();
        Files.setLastModifiedTime(first.file(), FileTime.fromMillis(1));
        assertThat(request().packInto(folder).fresh()).isTrue();
        assertThat(first.file()).hasBinaryContent(bytes);
        write("data", "two");
        assertThat(request().packInto(folder).fresh()).isTrue();
        assertThat(new PackRequest(folder.resolve("snap"), Instant.EPOCH, Compression.GZIP, 2)
                        .packInto(folder)
                        .fresh())
                .isTrue();
    }

    @Test
    void refusesAKernelWithoutItsAssets() throws IOException {
        write("meta/snap.yaml", "{name: some, version: 3, type: kernel}");
        write("meta/kernel.yaml", "assets: {dtbs: {update: true, content: [dtbs/some.dtb]}}");

        assertThatThrownBy(() -> request().packInto(folder))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot pack \"" + folder.resolve("snap")
                        + "\": cannot read \"dtbs/some.dtb\" of the kernel snap: asset \"dtbs\" needs it");
        write("dtbs/some.dtb", "tree");
        assertThat(request().packInto(folder).file()).hasFileName("some_3_all.snap");
    }

    @Test
    void refusesAGadgetWithoutItsContent() throws IOException {
        write("meta/snap.yaml", "{name: some, version: 3, type: gadget}");
        write("meta/gadget.yaml", """
                volumes:
                  pc:
                    bootloader: grub
                    structure:
                      - name: mbr
                        type: mbr
                        size: 440
                        content:
                          - image: pc-boot.img
                """);

        assertThatThrownBy(() -> request().packInto(folder))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot pack \"" + folder.resolve("snap")
                        + "\": gadget.yaml needs \"pc-boot.img\", which is not in the gadget");
        write("pc-boot.img", "boot");
        assertThat(request().packInto(folder).file()).hasFileName("some_3_all.snap");
    }

    @Test
    void refusesAGadgetWithABadGadgetYaml() throws IOException {
        write("meta/snap.yaml", "{name: some, version: 3, type: gadget}");
        write("meta/gadget.yaml", "volumes: 7\n");

        assertThatThrownBy(() -> request().packInto(folder))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot pack \"" + folder.resolve("snap") + "\": ");
    }
}
