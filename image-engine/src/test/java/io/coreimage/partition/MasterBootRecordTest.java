package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasterBootRecordTest {

    private static final byte[] BYTES = concat(new byte[440], """
            31 2d 0a 8a
            00 00
            80   01 02 03   0c   04 05 06   00 08 00 00   00 00 08 00
            00   00 00 00   83   00 00 00   00 08 08 00   a8 79 00 f0
            00   00 00 00   00   00 00 00   00 00 00 00   00 00 00 00
            00   00 00 00   00   00 00 00   00 00 00 00   00 00 00 00
            55 aa
            """);

    private static final MasterBootRecord RECORD = new MasterBootRecord(
            BootCode.NONE,
            0x8A0A2D31L,
            0,
            List.of(
                    new MbrEntry(0x80, new ChsAddress(1, 2, 3), 0x0C, new ChsAddress(4, 5, 6), 2048, 524288),
                    new MbrEntry(0, ChsAddress.ZERO, 0x83, ChsAddress.ZERO, 526336, 0xF00079A8L),
                    MbrEntry.UNUSED,
                    MbrEntry.UNUSED),
            MasterBootRecord.SIGNATURE);

    @Test
    void readsEveryField() {
        assertThat(MasterBootRecord.readFrom(ByteBuffer.wrap(BYTES))).isEqualTo(RECORD);
    }

    @Test
    void writesEveryField() {
        assertThat(RECORD.toBytes()).isEqualTo(BYTES);
    }

    @Test
    void keepsTheBootCode() {
        byte[] bytes = BYTES.clone();
        Arrays.fill(bytes, 0, 440, (byte) 0x90);
        MasterBootRecord record = MasterBootRecord.readFrom(ByteBuffer.wrap(bytes));
        assertThat(record).isNotEqualTo(RECORD);
        assertThat(record.toBytes()).isEqualTo(bytes);
    }

    @Test
    void hasFourEntries() {
        assertThatThrownBy(() -> new MasterBootRecord(BootCode.NONE, 0, 0, List.of(MbrEntry.UNUSED), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a master boot record has four entries, not 1");
    }

    private static byte[] concat(byte[] first, String rest) {
        byte[] second = HexDump.parse(rest);
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
