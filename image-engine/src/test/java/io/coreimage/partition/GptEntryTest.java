package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Guid;
import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GptEntryTest {

    private static final byte[] BYTES = HexDump.parse("""
            28 73 2a c1 1f f8 d2 11 ba 4b 00 a0 c9 3e c9 3b
            aa aa aa aa bb bb cc cc dd dd 00 00 00 00 00 02
            00 10 00 00 00 00 00 00
            ff 6f 09 00 00 00 00 00
            04 00 00 00 00 00 00 80
            73 00 e9 00 65 00 64 00 3d d8 be dc 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00
            """);

    private static final GptEntry ENTRY = new GptEntry(
            Guid.parse("C12A7328-F81F-11D2-BA4B-00A0C93EC93B"),
            Guid.parse("aaaaaaaa-bbbb-cccc-dddd-000000000002"),
            4096,
            618495,
            0x8000_0000_0000_0004L,
            "s\u00e9ed\ud83d\udcbe");

    @Test
    void readsEveryField() {
        assertThat(GptEntry.readFrom(ByteBuffer.wrap(BYTES))).isEqualTo(ENTRY);
    }

    @Test
    void writesEveryField() {
        assertThat(write(ENTRY)).isEqualTo(BYTES);
    }

    @Test
    void keepsANameThatFillsItsField() {
        String name = "123456789012345678901234567890123456";
        GptEntry entry = new GptEntry(ENTRY.type(), ENTRY.id(), 1, 2, 0, name);
        assertThat(GptEntry.readFrom(ByteBuffer.wrap(write(entry))).name()).isEqualTo(name);
    }

    private static byte[] write(GptEntry entry) {
        ByteBuffer bytes = ByteBuffer.allocate(GptEntry.SIZE);
        entry.writeTo(bytes);
        return bytes.array();
    }
}
