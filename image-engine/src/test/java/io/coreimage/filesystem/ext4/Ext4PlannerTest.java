package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.problem.RefusedException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ext4PlannerTest {

    @TempDir
    Path folder;

    private static Ext4Options options(int mebibytes) {
        return Trees.options(Size.ofMiB(mebibytes), Ext4Features.FULL);
    }

    @Test
    void theSameTreeGivesTheSamePlan() {
        Ext4Options options = Ext4Options.of(Size.ofMiB(40), "writable", Ext4Features.FULL, Trees.TIME);
        assertThat(Ext4Planner.plan(Trees.everything(), options))
                .isEqualTo(Ext4Planner.plan(Trees.everything(), options));
    }

    /** Whoever changes a byte of every image there is should notice. */
    @ParameterizedTest
    @CsvSource({
        "mid,02be37b1ffb86a3538c5da15ac8023661b0daad888c531234fa623c3d64eb7dd",
        "full,691f88795a35c6027072cb7aef23a458b43fd1da2c9601e966e8d89bcc6090d5"
    })
    void theBytesStayTheSameForEver(String features, String digest) throws IOException {
        Ext4Options options = Ext4Options.of(Size.ofMiB(40), "writable", Ext4Features.named(features), Trees.TIME);
        ByteSource disk = Ext4Planner.plan(Trees.everything(), options).asSource();
        assertThat(Trees.digest(disk).hex()).isEqualTo(digest);
    }

    @Test
    void idsFollowFromTheContent() throws IOException {
        Ext4Options options = Ext4Options.of(Size.ofMiB(40), "writable", Ext4Features.FULL, Trees.TIME);
        FileTree other = Trees.builder().file("hello", Trees.text("hullo\n")).build();
        Ext4 one = Ext4.open(Ext4Planner.plan(Trees.oneFile(), options).asSource());
        Ext4 larger = Ext4.open(Ext4Planner.plan(Trees.oneFile(), options.withSize(Size.ofMiB(50)))
                .asSource());
        assertThat(one.uuid()).isEqualTo(larger.uuid());
        assertThat(one.uuid())
                .isNotEqualTo(
                        Ext4.open(Ext4Planner.plan(other, options).asSource()).uuid());
    }

    @Test
    void planningReadsNoFile() {
        ContentId id = ContentId.ofWhole(Digest.compute(Digest.Algorithm.SHA_256, "never read"), 1 << 20);
        ByteSource content = ByteSource.computed(id, () -> {
            throw new AssertionError("the content was read");
        });
        FileTree tree = Trees.builder().file("file", content).build();
        Ext4Options options = Ext4Options.of(Size.ofMiB(8), "", Ext4Features.FULL, Trees.TIME);
        assertThat(Ext4Planner.plan(tree, options).extents()).isNotEmpty();
    }

    @Test
    void contentsStayTheSourcesThatTheyWere() {
        ByteSource content = ByteSource.of(Trees.noise(1, 100_000));
        FileTree tree = Trees.builder().file("file", content).build();
        assertThat(Ext4Planner.plan(tree, options(8)).extents())
                .extracting(each -> each.source().id().whole())
                .contains(content.id().whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "full"})
    void theSmallestSizeHoldsTheTreeAndOneMebibyteLessDoesNot(String features) {
        FileTree tree = Trees.everything();
        Ext4Options options =
                Trees.options(Size.ofMiB(40), Ext4Features.named(features)).withBlockSize(4096);
        Size smallest = Ext4Planner.smallestSize(tree, options);
        assertThat(Ext4Planner.usage(tree, options.withSize(smallest)).free().bytes())
                .isLessThan(2 << 20);
        Size less = smallest.minus(Size.ofMiB(1));
        assertThatThrownBy(() -> Ext4Planner.plan(tree, options.withSize(less)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("cannot fit the files into an ext4 file system of " + less + ": ")
                .hasMessageEndingWith(" bytes are missing")
                .extracting(each -> ((RefusedException) each).nextStep())
                .isEqualTo("Make it at least " + smallest + " large.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "full"})
    void oneTebibyteIsAFewExtents(String features) throws IOException {
        Ext4Options options = Trees.options(Size.ofGiB(1024), Ext4Features.named(features));
        DiskPlan plan = Ext4Planner.plan(Trees.oneFile(), options);
        assertThat(plan.extents()).hasSizeLessThan(30_000);
        Path image = folder.resolve("tebibyte");
        DiskWriter.write(plan, image);
        if (features.equals("full")) { // without uninitialised groups e2fsck reads all the tables: minutes
            Foreign.tool("e2fsck").run("-fn", image);
        } else {
            Foreign.tool("dumpe2fs").run("-h", image);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "full"})
    void sixtyFourGibibytesAreCleanWithAFileOfManyExtents(String features) throws IOException {
        FileTree tree = Trees.builder().file("sieve", Trees.sieve(3000)).build();
        Path image = folder.resolve("large");
        DiskWriter.write(Ext4Planner.plan(tree, Trees.options(Size.ofGiB(64), Ext4Features.named(features))), image);
        Foreign.tool("e2fsck").run("-fn", image);
        assertThat(Foreign.tool("debugfs").run("-R", "stat /sieve", image)).contains("(ETB1)");
        assertThat(Ext4.check(ByteSource.ofFile(image, Size.ofGiB(64).bytes()))).isEmpty();
    }

    @Test
    void debugfsReadsTheExtendedAttributes() throws IOException {
        Path image = folder.resolve("xattrs");
        DiskWriter.write(Ext4Planner.plan(Trees.everything(), options(40)), image);
        for (FileTree.Entry each : Trees.everything().entries()) {
            if (each.path().toString().startsWith("xattrs/")) {
                compareXattrs(image, each);
            }
        }
    }

    private void compareXattrs(Path image, FileTree.Entry entry) throws IOException {
        for (Map.Entry<String, ByteSource> each :
                Member.attributesOf(entry.node()).xattrs().entrySet()) {
            Path value = folder.resolve("value");
            Foreign.tool("debugfs").run("-R", "ea_get -f " + value + " /" + entry.path() + " " + each.getKey(), image);
            assertThat(value).hasBinaryContent(each.getValue().readAll());
        }
    }

    @Test
    void dumpe2fsFindsOnlyKnownFeatures() throws IOException {
        Path image = folder.resolve("image");
        DiskWriter.write(Ext4Planner.plan(Trees.oneFile(), options(64)), image);
        assertThat(Foreign.tool("dumpe2fs").run(image).replaceAll(" +", " "))
                .contains("Filesystem volume name: writable\n")
                .contains("Filesystem features: has_journal ext_attr resize_inode dir_index filetype extent 64bit"
                        + " flex_bg sparse_super large_file huge_file dir_nlink extra_isize metadata_csum\n")
                .contains("Filesystem created: Tue Nov 14 22:13:20 2023\n");
    }

    @Test
    void refusesWithASentence() {
        refused(Trees.builder().file("n".repeat(256), new byte[0]), "a name has at most 255 bytes");
        refused(Trees.builder().file("lost+found", new byte[0]), "what has that name must be a directory");
        refused(
                Trees.builder().add("old", new FileTree.Fifo(Attributes.of(0, Instant.parse("1901-01-01T00:00:00Z")))),
                "it holds 1901-12-13T20:45:52Z to 2446-05-10T22:38:55.999999999Z");
        refused(Trees.builder().symlink("link", "x".repeat(4096)), "its target must be shorter than a block");
        refused(withXattr("unknown.name", 1), "only names that start with user., trusted., security. or system.");
        refused(withXattr("user.\u00e4", 1), "the name must be 1 to 255 ASCII letters behind its first dot");
        refused(withXattr("user.large", 5000), "they take 5028 bytes, a block has 4096");
        assertThatThrownBy(() -> Ext4Options.of(Size.ofMiB(1), "seventeen letters", Ext4Features.MID, Trees.TIME))
                .hasMessage("cannot label an ext4 file system \"seventeen letters\":"
                        + " a label has at most 16 bytes and no zero");
        assertThatThrownBy(() -> Ext4Features.named("best"))
                .hasMessage("cannot use the ext4 features \"best\": there are only \"mid\" and \"full\"");
    }

    private static FileTree.Builder withXattr(String name, int size) {
        TreeMap<String, ByteSource> xattrs = new TreeMap<>(Map.of(name, ByteSource.of(new byte[size])));
        return Trees.builder()
                .add(
                        "f",
                        new FileTree.RegularFile(
                                new Attributes(0, 0, 0, Trees.TIME, xattrs), ByteSource.of(new byte[0])));
    }

    private static void refused(FileTree.Builder tree, String reason) {
        assertThatThrownBy(() -> Ext4Planner.plan(tree.build(), options(40).withBlockSize(4096)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason);
    }
}
