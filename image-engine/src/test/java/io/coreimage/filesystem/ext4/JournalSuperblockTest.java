package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Guid;
import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JournalSuperblockTest {

    /** The journal that mke2fs 1.47.0 gave a file system of 64 MiB. */
    private static final byte[] BYTES = Arrays.copyOf(HexDump.parse("""
            c0 3b 39 98
            00 00 00 04
            00 00 00 00
            00 00 10 00
            00 00 04 00
            00 00 00 01
            00 00 00 01
            00 00 00 00
            00 00 00 00
            00 00 00 00
            00 00 00 00
            00 00 00 00
            00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff
            00 00 00 01
            """), JournalSuperblock.SIZE);

    @Test
    void readsEveryField() {
        byte[] numbered = BYTES.clone();
        for (int field = 0; field < 12; field++) {
            numbered[4 * field + 3] = (byte) (0x11 * field);
        }
        Guid uuid = Guid.parse("00112233-4455-6677-8899-aabbccddeeff");
        assertThat(JournalSuperblock.readFrom(ByteBuffer.wrap(numbered)))
                .isEqualTo(new JournalSuperblock(
                        0xC03B3900L, 0x11, 0x22, 0x1033, 0x444, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB, uuid, 1));
    }

    @Test
    void anEmptyJournalIsWhatMke2fsMakes() {
        Guid uuid = Guid.parse("00112233-4455-6677-8899-aabbccddeeff");
        assertThat(JournalSuperblock.empty(4096, 1024, uuid).toBytes()).isEqualTo(BYTES);
        assertThat(JournalSuperblock.readFrom(ByteBuffer.wrap(BYTES)))
                .isEqualTo(JournalSuperblock.empty(4096, 1024, uuid));
    }
}
