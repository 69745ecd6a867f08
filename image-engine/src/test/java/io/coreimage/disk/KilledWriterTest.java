package io.coreimage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.ContentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that is killed ({@code kill -9}) in the middle leaves no half image, and nothing that hinders the next one. */
class KilledWriterTest {

    private static final byte[] BYTES = new byte[300_000];

    @TempDir
    Path folder;

    @Test
    void leavesTheOldFileAndWhatTheNextBuildBeginsAnew() throws IOException, InterruptedException {
        Path image = Files.writeString(folder.resolve("image"), "old");
        killInTheMiddle(image);
        Path partial = folder.resolve("image.partial");
        assertThat(image).hasContent("old");
        assertThat(partial).exists();
        assertThat(Files.size(partial)).isGreaterThan(0);

        DiskWriter.write(DiskPlan.builder(10).put(9, new byte[] {7}).build(), image);
        assertThat(Files.readAllBytes(image)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 7);
        assertThat(partial).doesNotExist();
    }

    private static void killInTheMiddle(Path image) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process build = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Build.class.getName(),
                        image.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = build.inputReader()) {
            assertThat(said.readLine()).isEqualTo("in the middle");
        } finally {
            build.destroyForcibly().waitFor();
        }
    }

    /** Writes half of a disk, says so, and waits for its end. */
    static final class Build {

        private Build() {}

        public static void main(String[] arguments) {
            ByteSource half = ByteSource.of(BYTES);
            ByteSource never = ByteSource.computed(ContentId.ofRecipe("never", BYTES.length, List.of()), () -> {
                System.out.println("in the middle");
                return waitForever();
            });
            DiskPlan plan =
                    DiskPlan.builder(1 << 20).put(0, half).put(1 << 19, never).build();
            DiskWriter.write(plan, Path.of(arguments[0]), WriteOptions.DEFAULT.withThreads(1));
        }

        private static byte[] waitForever() throws IOException {
            try {
                new CountDownLatch(1).await();
                return BYTES;
            } catch (InterruptedException ex) {
                throw new IOException(ex);
            }
        }
    }
}
