package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a small image can make a reader allocate. */
class SquashfsBoundsTest {

    private static final long MOST = 64L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    static Stream<Path> images() throws IOException {
        return Golden.inputs("squashfs", ".squashfs");
    }

    private static long allocated(byte[] image) throws IOException {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        try {
            Squashfs opened = Squashfs.open(ByteSource.of(image));
            opened.check();
            opened.tree();
        } catch (MalformedException ex) {
            assertThat(ex).hasMessageStartingWith("malformed squashfs ");
        }
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    /** Every number of the superblock as large as it can be, one after the other, in an image of 1 MiB. */
    @ParameterizedTest
    @MethodSource("images")
    void hugeNumbersInTheSuperblockCostLittle(Path input) throws IOException {
        byte[] image = Arrays.copyOf(Files.readAllBytes(input), 1 << 20);
        for (int field : List.of(4, 12, 16, 26, 32, 36, 40, 48, 56, 64, 72, 80, 88)) {
            for (int value : List.of(-1, Integer.MAX_VALUE, 1 << 20, 0xFFFFF)) {
                byte[] hostile = image.clone();
                ByteBuffer.wrap(hostile).order(ByteOrder.LITTLE_ENDIAN).putInt(field, value);
                assertThat(allocated(hostile)).as("%s at %s", value, field).isLessThan(MOST);
            }
        }
    }

    @Test
    void aFileThatIsAllHoleCostsLittle() throws IOException {
        Path file = folder.resolve("hole");
        SquashfsWriter.write(
                Samples.builder().file("hole", ByteSource.zeros(8L << 30)).build(),
                SquashfsOptions.of(Compression.XZ, Samples.TIME).withBlockSize(1 << 20),
                file);

        assertThat(allocated(Files.readAllBytes(file))).isLessThan(MOST);
        assertThat(Squashfs.open(Samples.image(file)).check()).isEmpty();
    }
}
