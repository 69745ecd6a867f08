package io.coreimage.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Crc32Test {

    private static final byte[] CHECK = "123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void knowsTheCheckValues() {
        assertThat(Crc32.ieee(CHECK)).isEqualTo(0xCBF43926L);
        assertThat(Crc32.ieee(new byte[16384])).isEqualTo(0xAB54D286L);
        assertThat(Crc32.castagnoli(CHECK)).isEqualTo(0xE3069283L);
        assertThat(Crc32.castagnoliRegister(CHECK)).isEqualTo(0x1CF96D7CL);
        assertThat(Crc32.castagnoliRegister()).isEqualTo(0xFFFFFFFFL);
        assertThat(Crc32.castagnoliRegister(new byte[4])).isEqualTo(0xB798B438L);
    }

    @Test
    void theSeedOfAnExt4FileSystemIsThatOfItsUuid() {
        assertThat(Crc32.castagnoliRegister(HexDump.parse("00112233445566778899aabbccddeeff")))
                .isEqualTo(0xB720167DL);
    }

    @Test
    void partsCountAsOne() {
        assertThat(Crc32.castagnoli(
                        "1234".getBytes(StandardCharsets.US_ASCII), "56789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(0xE3069283L);
    }

    @Test
    void aBufferStaysWhereItIs() {
        ByteBuffer buffer = ByteBuffer.wrap(CHECK);
        assertThat(Crc32.ieee(buffer)).isEqualTo(0xCBF43926L);
        assertThat(buffer.remaining()).isEqualTo(9);
    }
}
