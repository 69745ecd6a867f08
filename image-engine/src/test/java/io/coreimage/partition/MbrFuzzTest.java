package io.coreimage.partition;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.coreimage.bytes.ByteSource;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.MalformedException;
import java.io.IOException;

/** Master boot records of hostile bytes: a table is read, or the disk is refused. */
class MbrFuzzTest {

    private static final int DISK = 64 * 512;
    private static final int ENTRIES = MasterBootRecord.ENTRIES_OFFSET;

    /** The input is what stands from the first entry on. */
    @FuzzTest(maxDuration = "10m")
    void readsOrRefuses(byte[] input) throws IOException {
        byte[] disk = new byte[DISK];
        System.arraycopy(input, 0, disk, ENTRIES, Math.min(input.length, DISK - ENTRIES));
        if (input.length % 2 == 0) {
            disk[510] = 0x55;
            disk[511] = (byte) 0xAA;
        }
        ByteSource source = ByteSource.of(disk);
        for (SectorSize sector : SectorSize.values()) {
            try {
                MbrTable.check(source, sector);
                MbrTable.read(source, sector).plan();
            } catch (MalformedException expected) {
                // What a reader of bytes from outside may throw.
            }
        }
    }
}
