package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongNameSlotTest {

    private static final byte[] LAST = HexDump.parse("""
            42
            6e 00 61 00 70 00 00 00 ff ff
            0f
            00
            5a
            ff ff ff ff ff ff ff ff ff ff ff ff
            00 00
            ff ff ff ff
            """);
    private static final byte[] FIRST = HexDump.parse("""
            01
            63 00 6f 00 72 00 65 00 32 00
            0f
            00
            5a
            30 00 5f 00 31 00 32 00 33 00 34 00
            00 00
            2e 00 73 00
            """);
    private static final byte[] FULL = HexDump.parse("""
            41
            65 00 78 00 61 00 63 00 74 00
            0f
            00
            f6
            6c 00 79 00 31 00 33 00 63 00 68 00
            00 00
            61 00 72 00
            """);

    @Test
    void aNameStandsBackwards() {
        List<LongNameSlot> slots = LongNameSlot.of("core20_1234.snap", 0x5A);
        assertThat(slots).hasSize(2);
        assertThat(write(slots.get(0))).isEqualTo(LAST);
        assertThat(write(slots.get(1))).isEqualTo(FIRST);
    }

    @Test
    void aNameThatFillsItsSlotHasNoEnd() {
        List<LongNameSlot> slots = LongNameSlot.of("exactly13char", 0xF6);
        assertThat(slots).hasSize(1);
        assertThat(write(slots.get(0))).isEqualTo(FULL);
    }

    @Test
    void readsEveryField() {
        LongNameSlot slot = LongNameSlot.readFrom(ByteBuffer.wrap(LAST));
        assertThat(slot).isEqualTo(LongNameSlot.of("core20_1234.snap", 0x5A).get(0));
        assertThat(slot.isLast()).isTrue();
        assertThat(slot.ordinal()).isEqualTo(2);
        assertThat(slot.text()).isEqualTo("nap");
        assertThat(slot.isFilledRightly()).isTrue();
    }

    private static byte[] write(LongNameSlot slot) {
        ByteBuffer bytes = ByteBuffer.allocate(DirectoryEntry.SIZE);
        slot.writeTo(bytes);
        return bytes.array();
    }
}
