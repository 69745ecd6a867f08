package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.TreePath;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders made of images, and what is not done. */
class ExtractionTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheFolderBack() throws IOException {
        Path source = folder.resolve("source");
        Samples.write(Samples.mixed(), source);
        Path image = folder.resolve("image");
        Foreign.tool("mksquashfs").run(source, image, "-comp", "gzip", "-no-progress");

        Squashfs.open(Samples.image(image)).extract(folder.resolve("copy"));

        assertThat(Foreign.tool("diff").run("-r", "--no-dereference", source, folder.resolve("copy")))
                .isEmpty();
        assertThat(listing(folder.resolve("copy")))
                .isEqualTo(listing(source).stream()
                        .map(each -> each.replace("-rwsr-x", "-rwxr-x"))
                        .toList());
        assertThat(Files.isSameFile(folder.resolve("copy/bin/run"), folder.resolve("copy/bin/second")))
                .isTrue();
    }

    /** Sorted, since each disk lists a folder in an order of its own. */
    private static List<String> listing(Path where) {
        return Foreign.tool("find")
                .in(where)
                .run(".", "-not", "-type", "l", "-printf", "%p %M %s %T@ %n\n")
                .lines()
                .sorted()
                .toList();
    }

    @Test
    void refusesAFolderThatIsThere() {
        assertThatThrownBy(() -> new Extraction(FileTree.empty(), folder).run())
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot extract to \"" + folder + "\": it is already there");
    }

    @ParameterizedTest
    @CsvSource({"a/link, /etc/passwd", "a/link, ../../x", "link, ..", "link, self/../..", "link, a/../../b"})
    void refusesALinkThatLeadsOut(String path, String target) {
        FileTree tree =
                Samples.builder().symlink("self", ".").symlink(path, target).build();

        assertThatThrownBy(() -> new Extraction(tree, folder.resolve("new")).run())
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot extract \"" + path + "\": the link leads out of the folder");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"a/link, ../x", "a/link, .", "link, self/a/..", "link, link", "link, a//./b"})
    void makesALinkThatStaysInside(String path, String target) throws IOException {
        FileTree tree = Samples.builder()
                .symlink("self", ".")
                .symlink(path, target)
                .add("again", new FileTree.HardLink(TreePath.of(path)))
                .build();

        new Extraction(tree, folder.resolve("new")).run();

        assertThat(Files.readSymbolicLink(folder.resolve("new").resolve(path)))
                .hasToString(Path.of(target).toString());
        assertThat(folder.resolve("new/again")).isSymbolicLink();
    }

    @Test
    void refusesADevice() {
        FileTree tree = Samples.builder()
                .add("dev/sda", new FileTree.Device(FileTree.Attributes.file(Samples.TIME), true, 8, 0))
                .build();

        assertThatThrownBy(() -> new Extraction(tree, folder.resolve("new")).run())
                .hasMessage("cannot extract \"dev/sda\": devices, pipes and sockets cannot be made");
    }
}
