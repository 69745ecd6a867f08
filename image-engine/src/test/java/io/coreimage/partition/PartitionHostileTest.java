package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Crc32;
import io.coreimage.bytes.Guid;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk of 1 MiB that means no good takes no more than 64 MiB of memory, whatever its table claims. */
class PartitionHostileTest {

    private static final int DISK = 1 << 20;
    private static final long MOST = 64L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x55, 0xFF})
    void aDiskOfOneByte(int value) throws IOException {
        byte[] disk = new byte[DISK];
        Arrays.fill(disk, (byte) value);
        disk[510] = 0x55;
        disk[511] = (byte) 0xAA;
        assertThat(allocatedFor(disk)).isLessThan(MOST);
    }

    /** As many entries as there may be, all of them used; then more than there may be. */
    @ParameterizedTest
    @ValueSource(longs = {7000, 8192, 0xFFFF_FFFFL})
    void aTableOfNothingButPartitions(long count) throws IOException {
        byte[] disk = new byte[DISK];
        int room = (int) Math.min(count, 7000);
        ByteBuffer entries = ByteBuffer.wrap(disk, 1024, DISK - 1024);
        for (int i = 0; i < room; i++) {
            Guid id = Guid.nameBased(Guid.ZERO, "partition " + (i / 2));
            new GptEntry(Guid.nameBased(Guid.ZERO, "type"), id, i, -1L - i, -1, "x".repeat(36)).writeTo(entries);
        }
        long checksum = Crc32.ieee(Arrays.copyOfRange(disk, 1024, 1024 + room * GptEntry.SIZE));
        long sectors = DISK / 512;
        new GptHeader(
                        GptHeader.SIGNATURE,
                        GptHeader.REVISION,
                        GptHeader.SIZE,
                        0,
                        0,
                        1,
                        sectors - 1,
                        2 + room / 4,
                        sectors - 2,
                        Guid.ZERO,
                        2,
                        count,
                        GptEntry.SIZE,
                        checksum)
                .sealed()
                .writeTo(ByteBuffer.wrap(disk, 512, GptHeader.SIZE).order(ByteOrder.LITTLE_ENDIAN));
        assertThat(allocatedFor(disk)).isLessThan(MOST);
    }

    private static long allocatedFor(byte[] disk) throws IOException {
        ByteSource source = ByteSource.of(disk);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(PartitionTable.check(source)).isNotNull();
        try {
            PartitionTable.read(source).plan();
        } catch (MalformedException expected) {
            assertThat(expected).hasMessageContaining("offset");
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
