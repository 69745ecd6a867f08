package io.coreimage.partition;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Crc32;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Disks of hostile bytes: a table is read, or the disk is refused. */
class GptFuzzTest {

    private static final int DISK = 100 * 512;

    @FuzzTest(maxDuration = "10m")
    void readsOrRefuses(byte[] input) throws IOException {
        byte[] disk = Arrays.copyOf(input, Math.max(DISK, input.length));
        seal(disk);
        ByteSource source = ByteSource.of(disk);
        for (SectorSize sector : SectorSize.values()) {
            try {
                GptTable.check(source, sector);
                GptTable.read(source, sector).plan();
            } catch (MalformedException expected) {
                // What a reader of bytes from outside may throw.
            }
        }
        try {
            PartitionTable.check(source);
            PartitionTable.read(source).plan();
        } catch (MalformedException expected) {
            // The same.
        }
    }

    /** Give the primary copy the checksums that it would need, which no chance finds; an odd length leaves them wrong. */
    private static void seal(byte[] disk) {
        ByteBuffer bytes = ByteBuffer.wrap(disk).order(ByteOrder.LITTLE_ENDIAN);
        if (disk.length % 2 == 1) {
            return;
        }
        long start = bytes.getLong(512 + 72) * 512;
        long size = Integer.toUnsignedLong(bytes.getInt(512 + 80)) * bytes.getInt(512 + 84);
        if (start >= 0 && start < disk.length && size >= 0 && size <= disk.length - start) {
            bytes.putInt(512 + 88, (int) Crc32.ieee(bytes.slice((int) start, (int) size)));
        }
        byte[] header = Arrays.copyOfRange(disk, 512, 512 + GptHeader.SIZE);
        bytes.putInt(512 + 16, (int) GptHeader.computeChecksum(header));
    }
}
