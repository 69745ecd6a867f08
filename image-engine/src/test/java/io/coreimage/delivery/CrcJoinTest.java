package io.coreimage.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrcJoinTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0", "0, 5", "1, 1", "3, 4", "1000, 65537", "65537, 1000"})
    void sumOfTwoPiecesIsThatOfTheWhole(int first, int second) {
        byte[] whole = new byte[first + second];
        new Random(first).nextBytes(whole);

        assertThat(CrcJoin.join(crc(whole, 0, first), crc(whole, first, second), second))
                .isEqualTo(crc(whole, 0, whole.length));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 4096, 100_003})
    void sumOfZerosIsKnownWithoutLookingAtThem(int count) {
        assertThat(CrcJoin.ofZeros(count)).isEqualTo(crc(new byte[count], 0, count));
    }

    private static int crc(byte[] bytes, int from, int count) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, count);
        return (int) crc.getValue();
    }
}
