package io.coreimage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import io.coreimage.problem.FaultException;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskWriterTest {

    private static final ByteSource BROKEN =
            ByteSource.computed(ContentId.ofRecipe("broken", 200_000, List.of()), () -> {
                throw new IOException("the source is gone");
            });

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void writesWhatThePlanSaysWithAnyNumberOfThreads(int threads) throws IOException {
        DiskPlan plan = mixedPlan();
        Path image = folder.resolve("image");
        DiskWriter.write(plan, image, WriteOptions.DEFAULT.withThreads(threads));
        assertThat(Files.readAllBytes(image)).isEqualTo(plan.asSource().readAll());
        assertThat(filesLeft()).containsExactly("image", "payload");
    }

    @Test
    void keepsHoles() throws IOException {
        Path image = folder.resolve("image");
        byte[] block = filled(4096, 7);
        DiskWriter.write(
                DiskPlan.builder(1L << 30)
                        .put(0, block)
                        .put(8192, block)
                        .put(1 << 29, block)
                        .build(),
                image);
        assertThat(Files.size(image)).isEqualTo(1L << 30);
        String blocks = Foreign.tool("stat").run("-c", "%b %B", image).strip();
        assertThat(blocks).isEqualTo("32 512");
    }

    @Test
    void keepsTheHolesThatASourceKnows() throws IOException {
        Path image = folder.resolve("image");
        ByteSource sparse = ByteSource.concat(
                List.of(ByteSource.of(filled(4096, 1)), ByteSource.zeros(1 << 20), ByteSource.of(filled(4096, 2))));
        DiskWriter.write(DiskPlan.of(sparse), image);
        assertThat(Files.readAllBytes(image)).isEqualTo(sparse.readAll());
        assertThat(Foreign.tool("stat").run("-c", "%b", image).strip()).isEqualTo("16");
    }

    @Test
    void replacesAFileAndIgnoresWhatAKilledBuildLeft() throws IOException {
        Path image = Files.write(folder.resolve("image"), filled(100, 1));
        Files.write(folder.resolve("image.partial"), filled(100_000, 2));
        DiskWriter.write(DiskPlan.builder(10).put(3, filled(2, 3)).build(), image);
        assertThat(Files.readAllBytes(image)).containsExactly(0, 0, 0, 3, 3, 0, 0, 0, 0, 0);
        assertThat(filesLeft()).containsExactly("image");
    }

    @Test
    void leavesTheFileOfABuildThatIsStillWritingAlone() throws IOException {
        Path partial = folder.resolve("image.partial");
        try (FileChannel other = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.write(ByteBuffer.wrap(filled(5, 5)));
            other.lock();
            Path image = folder.resolve("image");
            assertThatThrownBy(() -> DiskWriter.write(DiskPlan.builder(10).build(), image))
                    .isInstanceOf(FaultException.class)
                    .hasMessage("cannot write \"" + image + "\": another build is writing it");
        }
        assertThat(Files.readAllBytes(partial)).isEqualTo(filled(5, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void leavesNothingWhenASourceFails(int threads) throws IOException {
        Path image = Files.write(folder.resolve("image"), filled(3, 9));
        DiskPlan plan = DiskPlan.builder(10 << 20)
                .put(0, filled(300_000, 1))
                .put(1 << 20, BROKEN)
                .build();
        assertThatThrownBy(() -> DiskWriter.write(plan, image, WriteOptions.DEFAULT.withThreads(threads)))
                .isInstanceOf(FaultException.class)
                .hasMessage("cannot write \"" + image + "\": the source is gone");
        assertThat(Files.readAllBytes(image)).isEqualTo(filled(3, 9));
        assertThat(filesLeft()).containsExactly("image");
    }

    @Test
    void saysWhichFolderIsMissing() {
        Path image = folder.resolve("none/image");
        assertThatThrownBy(() -> DiskWriter.write(DiskPlan.builder(10).build(), image))
                .isInstanceOf(FaultException.class)
                .hasMessage("cannot write \"" + image + "\": there is no folder \"" + image.getParent() + "\"");
    }

    @Test
    void saysThatAFolderMayNotBeWrittenTo() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertThat(locked.toFile().setWritable(false)).isTrue();
        Foreign.requireMachine("user that is not root", !Files.isWritable(locked));
        Path image = locked.resolve("image");
        assertThatThrownBy(() -> DiskWriter.write(DiskPlan.builder(10).build(), image))
                .isInstanceOf(FaultException.class)
                .hasMessage("cannot write \"" + image + "\": the folder \"" + locked + "\" may not be written to");
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothing() throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        boolean mounted = Foreign.tool("mount")
                        .judge("-t", "tmpfs", "-o", "size=1m", "tmpfs", small)
                        .status()
                == 0;
        Foreign.requireMachine("mount of a tmpfs", mounted);
        try {
            Path image = small.resolve("image");
            assertThatThrownBy(() -> DiskWriter.write(DiskPlan.of(ByteSource.of(filled(2 << 20, 1))), image))
                    .isInstanceOf(FaultException.class)
                    .hasMessage("cannot write \"" + image + "\": it needs 2 MiB, but only 1 MiB are free");
            // Blocks of holes are counted by nobody beforehand: each of these bytes takes one.
            DiskPlan.Builder scattered = DiskPlan.builder(16 << 20);
            for (long offset = 0; offset < 16 << 20; offset += 8192) {
                scattered.put(offset, filled(1, 1));
            }
            assertThatThrownBy(() -> DiskWriter.write(scattered.build(), image))
                    .isInstanceOf(FaultException.class)
                    .hasMessage("cannot write \"" + image + "\": No space left on device");
            assertThat(small).isEmptyDirectory();
        } finally {
            Foreign.tool("umount").run(small);
        }
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<Long> steps = new ArrayList<>();
        DiskPlan plan = mixedPlan();
        DiskWriter.write(plan, folder.resolve("image"), WriteOptions.DEFAULT.withProgress((written, total) -> {
            assertThat(total).isEqualTo(plan.mappedSize());
            steps.add(written);
        }));
        assertThat(steps).isSorted().hasSizeGreaterThan(3).last().isEqualTo(plan.mappedSize());
    }

    /** Return a plan of large and small, adjacent and distant, file and memory. */
    private DiskPlan mixedPlan() throws IOException {
        byte[] large = filled(40_000_000, 3);
        Path payload = Files.write(folder.resolve("payload"), large);
        ByteSource file = ByteSource.ofFile(payload, large.length);
        DiskPlan.Builder plan = DiskPlan.builder(50_000_003);
        plan.put(1_000_000, file);
        for (int i = 0; i < 1000; i++) {
            plan.put(i * 300L, filled(i % 290 + 1, i));
        }
        plan.put(300_000, filled(131_072, 4)).put(431_072, filled(131_071, 5)).put(562_143, filled(10, 6));
        plan.put(42_000_000, file.slice(5, 100)).put(50_000_000, file.slice(39_999_997, 3));
        return plan.build();
    }

    private List<String> filesLeft() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] filled(int size, int seed) {
        byte[] bytes = new byte[size];
        if (size < 10_000) {
            Arrays.fill(bytes, (byte) seed);
            return bytes;
        }
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + i / 251 + seed);
        }
        return bytes;
    }
}
