package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Guid;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class Crc32cTest {

    @Test
    void startsAndDoesNotEndAsEverybodyElses() {
        assertThat(Crc32c.update(Crc32c.START, Trees.text("123456789"))).isEqualTo(0x1cf96d7c);
        assertThat(Crc32c.update(Crc32c.START, new byte[0])).isEqualTo(0xffffffff);
        assertThat(Crc32c.update(0, new byte[4])).isZero();
        assertThat(Crc32c.update(Crc32c.START, new byte[4])).isEqualTo(0xb798b438);
    }

    @Test
    void theUuidOfTheVectorsIsTheSeedOfTheVectors() {
        byte[] uuid = Guid.parse("00112233-4455-6677-8899-aabbccddeeff").toBytes();
        assertThat(Crc32c.update(Crc32c.START, uuid)).isEqualTo(0xb720167d);
    }

    @Test
    void piecesGiveWhatTheWholeGives() {
        byte[] whole = Trees.noise(1, 1000);
        int inPieces = Crc32c.update(Crc32c.update(0x12345678, whole, 0, 333), whole, 333, 667);
        assertThat(inPieces).isEqualTo(Crc32c.update(0x12345678, whole));
        assertThat(Crc32c.update(0x12345678, ByteBuffer.wrap(whole), 0, 1000)).isEqualTo(inPieces);
    }

    @Test
    void numbersAreTheirLittleEndianBytes() {
        byte[] bytes = {0x78, 0x56, 0x34, 0x12, 0, 0, 0, (byte) 0x80};
        assertThat(Crc32c.updateLong(7, 0x8000_0000_1234_5678L)).isEqualTo(Crc32c.update(7, bytes));
    }
}
