package io.coreimage.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataRangesTest {

    private static final ByteSource HOLED = ByteSource.concat(
            List.of(ByteSource.zeros(10), bytes(5), bytes(3), ByteSource.zeros(4), bytes(2), ByteSource.zeros(1)));

    private static ByteSource bytes(int count) {
        return ByteSource.of(new byte[count]);
    }

    @Test
    void bytesInMemoryAreDataEvenWhereTheyAreZero() {
        assertThat(bytes(7).dataRanges()).containsExactly(new ByteRange(0, 7));
        assertThat(bytes(0).dataRanges()).isEmpty();
    }

    @Test
    void zerosAreNoData() {
        assertThat(ByteSource.zeros(1L << 40).dataRanges()).isEmpty();
    }

    @Test
    void touchingPartsAreOneRange() {
        assertThat(HOLED.dataRanges()).containsExactly(new ByteRange(10, 8), new ByteRange(22, 2));
    }

    @Test
    void aSliceSeesItsOwnOffsets() {
        assertThat(HOLED.slice(12, 11).dataRanges()).containsExactly(new ByteRange(0, 6), new ByteRange(10, 1));
    }
}
