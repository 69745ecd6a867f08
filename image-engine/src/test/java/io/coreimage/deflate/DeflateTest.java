package io.coreimage.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that every inflater reads, with bytes that never change. */
class DeflateTest {

    private final Deflate deflate = new Deflate();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 257, 258, 259, 16_384, 32_767, 32_768, 65_535, 65_536, 131_072, 1_000_000})
    void everySizeAndKindComesBack(int size) throws DataFormatException {
        for (byte[] input : new byte[][] {new byte[size], text(size), noise(size), ramp(size), twice(size)}) {
            assertThat(inflate(zlib(input), size)).isEqualTo(input);
        }
    }

    private byte[] zlib(byte[] input) {
        byte[] output = new byte[input.length + 1000 + input.length / 100];
        return Arrays.copyOf(output, deflate.zlib(input, 0, input.length, output));
    }

    private static byte[] inflate(byte[] stream, int size) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(stream);
        byte[] output = new byte[size + 1];
        int count = inflater.inflate(output);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        return Arrays.copyOf(output, count);
    }

    private static byte[] text(int size) {
        Random random = new Random(size);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) "etaoin shrdlu".charAt(random.nextInt(13));
        }
        return bytes;
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] ramp(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i / 3);
        }
        return bytes;
    }

    /** Noise that comes again at the edge of the window. */
    private static byte[] twice(int size) {
        byte[] bytes = noise(size);
        int distance = Math.min(32_767, size / 2);
        System.arraycopy(bytes, 0, bytes, distance, Math.min(distance, size - distance));
        return bytes;
    }

    @Test
    void skewedFrequenciesStayWithinTheLimit() throws DataFormatException {
        byte[] input = new byte[1 << 20];
        int place = 0;
        for (int symbol = 0, times = 1; place + times < input.length; symbol++, times = times * 3 / 2 + 1) {
            Arrays.fill(input, place, place + times, (byte) symbol);
            place += times;
        }
        Random random = new Random(5);
        for (int i = input.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swapped = input[i];
            input[i] = input[other];
            input[other] = swapped;
        }
        assertThat(inflate(zlib(input), input.length)).isEqualTo(input);
    }

    @Test
    void isAboutAsSmallAsZlib() {
        byte[] input = text(1_000_000);
        Deflater zlib = new Deflater(9);
        zlib.setInput(input);
        zlib.finish();
        int peer = zlib.deflate(new byte[input.length]);
        zlib.end();

        assertThat(zlib(input).length).isLessThan(peer + peer / 100);
    }

    @Test
    void partsMakeOneStream() throws DataFormatException {
        byte[] input = text(50_000);
        byte[] output = new byte[60_000];
        int middle = deflate.raw(input, 0, 20_000, false, output, 0, output.length);
        int end = deflate.raw(input, 20_000, 30_000, true, output, middle, output.length);

        Inflater inflater = new Inflater(true);
        inflater.setInput(output, 0, end);
        byte[] back = new byte[input.length];
        assertThat(inflater.inflate(back)).isEqualTo(input.length);
        assertThat(inflater.finished()).isTrue();
        assertThat(back).isEqualTo(input);
        inflater.end();
    }

    @Test
    void saysWhenThereIsNoRoom() {
        byte[] input = noise(1000);

        assertThat(deflate.zlib(input, 0, 1000, new byte[1000])).isEqualTo(-1);
        assertThat(deflate.zlib(input, 0, 1000, new byte[3])).isEqualTo(-1);
    }

    @Test
    void bytesAreThese() {
        byte[] input = "aaaaaaaaaaaaaaaaaaaab".getBytes(StandardCharsets.US_ASCII);

        assertThat(HexFormat.ofDelimiter(" ").formatHex(zlib(input))).isEqualTo("78 da 4b c4 02 92 00 57 9d 07 f7");
    }

    @Test
    void bytesOfALongTextNeverChange() {
        assertThat(Digest.compute(Digest.Algorithm.SHA_256, zlib(text(300_000))).hex())
                .isEqualTo("e7b1d8471e3574ad3780fa0027721e9a3b584f3e94dab6012ee6079463ebdca5");
    }
}
