package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as the kernel can read them wherever they stand. */
class ZstdEncoderTest {

    private static final int FRAME_HEADER_DESCRIPTOR = 4;

    @ParameterizedTest
    @ValueSource(ints = {300, 8192, 131_072})
    void aFrameHasNoChecksum(int size) throws IOException {
        byte[] input = Samples.text(1, size);
        byte[] output = new byte[BlockEncoder.outputSize(size)];

        int count = new ZstdEncoder().encode(Arrays.copyOf(input, size), size, output);

        assertThat(output[FRAME_HEADER_DESCRIPTOR] & 0x04).isZero();
        ByteBuffer decoded = ByteBuffer.allocate(size);
        BlockDecoder.of(Compression.ZSTD).decode(ByteBuffer.wrap(output, 0, Math.abs(count)), decoded);
        assertThat(decoded.array()).isEqualTo(input);
    }
}
