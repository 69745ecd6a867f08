package io.coreimage.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Digest;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapFileTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatTheYamlInsideSays() throws IOException {
        write("meta/snap.yaml", "name: snapd\nversion: 2.68\ntype: snapd\n");
        write("usr/lib/snapd/info", "VERSION=2.68\n");
        SnapFile snap = open(pack("it.snap"));
        assertThat(snap.info().type()).isEqualTo(SnapType.SNAPD);
        assertThat(snap.snapdInfo())
                .hasValueSatisfying(each -> assertThat(each.version()).isEqualTo("2.68"));
        assertThat(snap.files().find("meta/snap.yaml")).isNotNull();
        assertThat(snap.size().bytes()).isEqualTo(Files.size(folder.resolve("it.snap")));
    }

    @Test
    void aFileWithoutYamlIsNoSnap() throws IOException {
        write("data", "x");
        Path file = pack("it.snap");
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use \"it.snap\" as snap: no meta/snap.yaml in it");
    }

    @Test
    void aFileThatIsNoSquashfsIsNoSnap() throws IOException {
        Path file = Files.writeString(folder.resolve("it.snap"), "x".repeat(200));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot use \"it.snap\" as snap: malformed squashfs superblock at offset 0");
    }

    @Test
    void componentsHaveAYamlOfTheirOwn() throws IOException {
        write("meta/component.yaml", "component: my-app+extras\ntype: standard\n");
        byte[] bytes = Files.readAllBytes(pack("it.comp"));
        ComponentFile component =
                ComponentFile.open("it.comp", Digest.compute(Digest.Algorithm.SHA3_384, bytes), ByteSource.of(bytes));
        assertThat(component.info().name()).hasToString("my-app+extras");
        assertThat(component.info().version()).isNull();
    }

    private static SnapFile open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return SnapFile.open("it.snap", Digest.compute(Digest.Algorithm.SHA3_384, bytes), ByteSource.of(bytes));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("tree").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path pack(String name) {
        Path file = folder.resolve(name);
        Foreign.tool("mksquashfs")
                .run(folder.resolve("tree").toString(), file.toString(), "-noappend", "-comp", "xz", "-no-progress");
        return file;
    }
}
