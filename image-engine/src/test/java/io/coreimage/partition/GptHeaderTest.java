package io.coreimage.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Guid;
import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GptHeaderTest {

    /** The header of a table that sgdisk, sfdisk, OVMF, GRUB and Linux accepted. */
    private static final byte[] BYTES = HexDump.parse("""
            45 46 49 20 50 41 52 54
            00 00 01 00
            5c 00 00 00
            73 74 e1 9f
            00 00 00 00
            01 00 00 00 00 00 00 00
            ff b7 0f 00 00 00 00 00
            22 00 00 00 00 00 00 00
            de b7 0f 00 00 00 00 00
            11 11 11 11 22 22 33 33 44 44 55 55 55 55 55 55
            02 00 00 00 00 00 00 00
            80 00 00 00
            80 00 00 00
            05 d9 45 11
            """);

    private static final GptHeader HEADER = new GptHeader(
            GptHeader.SIGNATURE,
            0x10000,
            92,
            0x9FE17473L,
            0,
            1,
            1030143,
            34,
            1030110,
            Guid.parse("11111111-2222-3333-4444-555555555555"),
            2,
            128,
            128,
            0x1145D905L);

    @Test
    void readsEveryField() {
        assertThat(GptHeader.readFrom(ByteBuffer.wrap(BYTES))).isEqualTo(HEADER);
    }

    @Test
    void writesEveryField() {
        assertThat(HEADER.toBytes()).isEqualTo(BYTES).hasSize(GptHeader.SIZE);
    }

    @Test
    void sealsItselfWithTheChecksumOfItsOtherFields() {
        GptHeader unsealed = new GptHeader(
                HEADER.signature(),
                HEADER.revision(),
                HEADER.headerSize(),
                12345,
                HEADER.reserved(),
                HEADER.self(),
                HEADER.alternate(),
                HEADER.firstUsable(),
                HEADER.lastUsable(),
                HEADER.diskGuid(),
                HEADER.entriesStart(),
                HEADER.entryCount(),
                HEADER.entrySize(),
                HEADER.entriesChecksum());
        assertThat(unsealed.sealed()).isEqualTo(HEADER);
    }
}
