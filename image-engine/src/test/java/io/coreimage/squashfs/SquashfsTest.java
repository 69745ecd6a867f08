package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.problem.MalformedException;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Foreign;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking into an image. */
class SquashfsTest {

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void makeImage() throws IOException {
        Samples.write(Samples.mixed(), folder.resolve("tree"));
        file = folder.resolve("image");
        Foreign.tool("mksquashfs")
                .run(folder.resolve("tree"), file, "-comp", "zstd", "-all-root", "-no-progress", "-b", "16K");
    }

    private static Squashfs open() throws IOException {
        return Squashfs.open(Samples.image(file));
    }

    @Test
    void findsAFile() throws IOException {
        FileTree.Node found = open().find("meta/snap.yaml");

        assertThat(found).isInstanceOf(FileTree.RegularFile.class);
        assertThat(((FileTree.RegularFile) Objects.requireNonNull(found))
                        .content()
                        .readAll())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("name: mixed\nversion: 1\n");
    }

    @Test
    void findsTheRoot() throws IOException {
        assertThat(open().find("")).isEqualTo(new FileTree.Directory(FileTree.Attributes.directory(Samples.TIME)));
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        assertThat(open().find("meta/snap.yam")).isNull();
        assertThat(open().find("meta/snap.yaml/below")).isNull();
        assertThat(open().find("zzz")).isNull();
        assertThat(open().content("meta")).isNull();
    }

    @Test
    void listsADirectory() throws IOException {
        assertThat(open().list("bin").keySet()).containsExactly("exact", "link", "noise", "run", "second", "sparse");
        assertThat(open().list("nothing")).isEmpty();
    }

    @Test
    void refusesToListWhatIsNoDirectory() {
        assertThatThrownBy(() -> open().list("bin/run"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot list \"bin/run\": not a directory of the squashfs");
        assertThatThrownBy(() -> open().tree("gone"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot list \"gone\": not in the squashfs");
    }

    @Test
    void takesABranchOfTheTree() throws IOException {
        FileTree bin = open().tree("bin");

        assertThat(bin.size()).isEqualTo(7);
        assertThat(bin.find("second")).isInstanceOf(FileTree.HardLink.class);
    }

    @Test
    void readsAnyPartOfAFile() throws IOException {
        Squashfs image = open();
        Random random = new Random(1);
        for (String path : List.of("bin/run", "bin/exact", "bin/noise", "bin/sparse", "many/file 599")) {
            byte[] whole = Files.readAllBytes(folder.resolve("tree").resolve(path));
            ByteSource content = Objects.requireNonNull(image.content(path));
            assertThat(content.readAll()).isEqualTo(whole);
            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(whole.length + 1);
                int count = random.nextInt(whole.length - from + 1);
                assertThat(part(content, from, count)).isEqualTo(Arrays.copyOfRange(whole, from, from + count));
            }
        }
    }

    private static byte[] part(ByteSource content, long from, long count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.copyTo(from, count, Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    @Test
    void knowsWhereAFileIsZero() throws IOException {
        ByteSource sparse = Objects.requireNonNull(open().content("bin/sparse"));

        assertThat(sparse.dataRanges()).containsExactly(new ByteRange(262_144, 16_384));
    }

    @Test
    void aFileIsTheSameInEveryFolder() throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy"));
        ByteSource one = Objects.requireNonNull(open().content("bin/run"));
        ByteSource other =
                Objects.requireNonNull(Squashfs.open(Samples.image(copy)).content("bin/run"));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.id()).isEqualTo(other.id());
        assertThat(one).isNotEqualTo(open().content("bin/noise"));
    }

    @Test
    void equalContentIsOneTree() throws IOException {
        assertThat(open().tree()).isEqualTo(open().tree());
    }

    @Test
    void refusesATreeThatUnfoldsBeyondWhatItsImageCanHold() throws IOException {
        FileTree.Builder many = Samples.builder();
        for (int i = 0; i < 60_000; i++) {
            many.file("empty " + i, new byte[0]);
        }
        Path bomb = folder.resolve("bomb");
        SquashfsWriter.write(many.build(), SquashfsOptions.of(Compression.XZ, Samples.TIME), bomb);
        Squashfs image = Squashfs.open(Samples.image(bomb));

        assertThat(image.find("empty 59999")).isNotNull();
        assertThatThrownBy(image::tree)
                .isInstanceOf(MalformedException.class)
                .hasMessageEndingWith("the tree is larger than an image of this size can honestly hold");
    }
}
