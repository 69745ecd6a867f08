package io.coreimage.zstandard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdDecompressor;
import io.coreimage.bytes.Digest;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that every decoder reads, with bytes that never change. */
class ZstandardEncoderTest {

    private static final int[] SIZES = {
        0, 1, 2, 3, 4, 5, 31, 32, 33, 255, 256, 257, 1023, 1024, 8192, 16_384, 65_791, 65_792, 131_071, 131_072,
        131_073, 1_000_000
    };

    private final ZstandardEncoder encoder = new ZstandardEncoder();

    @TempDir
    private Path folder;

    private byte[] frame(byte[] input) {
        byte[] output = new byte[ZstandardEncoder.largestFrame(input.length)];
        return Arrays.copyOf(output, encoder.encode(input, 0, input.length, output));
    }

    private static byte[] decoded(byte[] frame, int size) {
        byte[] output = new byte[size];
        int count = new ZstdDecompressor().decompress(frame, 0, frame.length, output, 0, size);
        return Arrays.copyOf(output, count);
    }

    /** Bytes of every kind: few and many different ones, long and short matches, near and far. */
    private static List<byte[]> kinds(int size) {
        Random random = new Random(size);
        byte[] noise = new byte[size];
        random.nextBytes(noise);
        byte[] text = new byte[size];
        byte[] words = new byte[size];
        byte[] skewed = new byte[size];
        byte[] ramp = new byte[size];
        byte[] twice = noise.clone();
        for (int i = 0; i < size; i++) {
            text[i] = (byte) "etaoin shrdlu".charAt(random.nextInt(13));
            words[i] = i < 100 || random.nextInt(20) == 0 ? text[i] : words[i - 1 - random.nextInt(1 + i / 1000)];
            skewed[i] = (byte) Math.min(255, Math.abs(random.nextGaussian() * random.nextInt(60)));
            ramp[i] = (byte) (i / 3);
        }
        System.arraycopy(noise, 0, twice, size - size / 2, size / 2);
        return List.of(new byte[size], noise, text, words, skewed, ramp, twice, copies(random, size));
    }

    /** Pieces of all lengths from all distances, with changes between them. */
    private static byte[] copies(Random random, int size) {
        byte[] bytes = new byte[size];
        for (int place = 0; place < size; ) {
            int length = Math.min(size - place, 1 << random.nextInt(1 + random.nextInt(17)));
            int offset = 1 + random.nextInt(1 + random.nextInt(place + 1));
            for (int i = 0; i < length; i++, place++) {
                bytes[place] = place < offset ? (byte) random.nextInt() : bytes[place - offset];
            }
            for (int i = random.nextInt(6); i > 0 && place < size; i--) {
                bytes[place++] = (byte) random.nextInt(1 + random.nextInt(256));
            }
        }
        return bytes;
    }

    @Test
    void everySizeAndKindComesBack() {
        for (int size : SIZES) {
            for (byte[] input : kinds(size)) {
                assertThat(decoded(frame(input), size)).isEqualTo(input);
            }
        }
    }

    @Test
    void zstdReadsEverySizeAndKind() throws IOException {
        Path frames = folder.resolve("all.zst");
        Path plain = folder.resolve("all");
        try (var compressed = Files.newOutputStream(frames);
                var expected = Files.newOutputStream(plain)) {
            for (int size : SIZES) {
                for (byte[] input : kinds(size)) {
                    compressed.write(frame(input));
                    expected.write(input);
                }
            }
        }
        Path back = folder.resolve("back");
        Foreign.tool("zstd").run("-d", "-q", "-o", back, frames);
        assertThat(back).hasSameBinaryContentAs(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 200_000})
    void saysWhenThereIsNoRoom(int size) {
        byte[] input = new byte[size];
        new Random(1).nextBytes(input);
        int length = frame(input).length;

        assertThat(encoder.encode(input, 0, size, new byte[length])).isEqualTo(length);
        assertThat(encoder.encode(input, 0, size, new byte[length - 1])).isEqualTo(-1);
    }

    @Test
    void aFrameHoldsAsMuchAsEveryDecoderMustHold() {
        byte[] input = new byte[ZstandardEncoder.LARGEST_CONTENT + 1];
        byte[] output = new byte[2000];

        int count = encoder.encode(input, 1, input.length - 1, output);

        assertThat(decoded(Arrays.copyOf(output, count), input.length - 1)).containsOnly(0);
        assertThatThrownBy(() -> encoder.encode(input, 0, input.length, output))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void matchesReachBackOverBlocks() {
        byte[] noise = new byte[400_000];
        new Random(2).nextBytes(noise);
        byte[] input = Arrays.copyOf(noise, 800_000);
        System.arraycopy(noise, 0, input, noise.length, noise.length);

        assertThat(frame(input)).hasSizeLessThan(noise.length + 100);
    }

    @Test
    void whatIsAroundTheRangeDoesNotMatter() {
        byte[] input = "around and around and around and around".getBytes(StandardCharsets.US_ASCII);
        byte[] output = new byte[100];

        int count = encoder.encode(input, 7, 22, output);

        assertThat(Arrays.copyOf(output, count)).isEqualTo(frame(Arrays.copyOfRange(input, 7, 29)));
    }

    @Test
    void bytesAreThese() {
        byte[] input = "abcdabcdabcdabcdabcdabcd!".getBytes(StandardCharsets.US_ASCII);

        assertThat(HexFormat.ofDelimiter(" ").formatHex(frame(input)))
                .isEqualTo(
                        "28 b5 2f fd " // magic
                                + "20 19 " // one segment, 25 bytes
                                + "65 00 00 " // the last block, compressed, 12 bytes
                                + "28 61 62 63 64 21 " // 5 literals as they are
                                + "01 54 " // one sequence, each of its codes has one symbol
                                + "04 01 11 " // 4 literals, offset 2 or 3, 20 bytes
                                + "02"); // offset 2: the second of the repeated ones, which is 4
    }

    @Test
    void bytesOfEveryKindNeverChange() {
        StringBuilder digests = new StringBuilder();
        for (byte[] each : kinds(300_000)) {
            digests.append(Digest.compute(Digest.Algorithm.SHA_256, frame(each)).hex(), 0, 8)
                    .append(' ');
        }
        assertThat(digests).hasToString("dff46ab2 77ffee7d 5929bc1c e7400be7 3ce3e79e 8d26e6b1 65bfb66e 1ea251c9 ");
    }
}
