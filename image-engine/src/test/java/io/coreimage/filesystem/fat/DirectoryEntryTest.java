package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class DirectoryEntryTest {

    private static final byte[] BYTES = HexDump.parse("""
            43 4d 44 4c 49 4e 45 20
            54 58 54
            20
            18
            00
            54 63
            2d 51
            2e 51
            01 00
            aa b1
            6e 57
            d4 01
            0c 00 00 80
            """);

    private static final DirectoryEntry ENTRY = new DirectoryEntry(
            ShortName.of("CMDLINE", "TXT", ShortName.LOWER_BASE | ShortName.LOWER_EXTENSION),
            DirectoryEntry.ARCHIVE,
            new DosTime(0x6354, 0x512d),
            0x512e,
            new DosTime(0xb1aa, 0x576e),
            0x101d4,
            0x8000000cL);

    @Test
    void readsEveryField() {
        DirectoryEntry read = DirectoryEntry.readFrom(ByteBuffer.wrap(BYTES));
        assertThat(read).isEqualTo(ENTRY);
        assertThat(read.name().text()).isEqualTo("cmdline.txt");
    }

    @Test
    void writesEveryField() {
        ByteBuffer bytes = ByteBuffer.allocate(DirectoryEntry.SIZE);
        ENTRY.writeTo(bytes);
        assertThat(bytes.array()).isEqualTo(BYTES);
    }
}
