package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.HexDump;
import io.coreimage.zstandard.ZstandardEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compressed blocks that promise more than a block can hold, or want what nobody needs to read one. */
class HostileBlocksTest {

    private static final int SIZE = 100_000;
    private static final int BOMB = 4 << 20;
    private static final long MOST = 64L << 20;
    private static final int XZ_BLOCK = 12;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    /** Return an image with one file, whose only block is stored as the given bytes and zeros. */
    private byte[] image(Compression compression, byte[] block) throws IOException {
        Path file = folder.resolve("image");
        SquashfsWriter.write(
                Samples.builder()
                        .file("file", Arrays.copyOf(Samples.noise(1, SIZE / 2), SIZE))
                        .build(),
                SquashfsOptions.of(compression, Samples.TIME),
                file);
        byte[] image = Files.readAllBytes(file);
        Arrays.fill(image, Superblock.SIZE, Superblock.SIZE + SIZE / 2, (byte) 0);
        System.arraycopy(block, 0, image, Superblock.SIZE, block.length);
        return image;
    }

    private void read(Compression compression, byte[] block) throws IOException {
        byte[] image = image(compression, block);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        try {
            Squashfs.open(ByteSource.of(image)).content("file").readAll();
        } finally {
            assertThat(THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                    .isLessThan(MOST);
        }
    }

    private void assertRefused(Compression compression, byte[] block, String reason) {
        assertThatThrownBy(() -> read(compression, block))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("malformed squashfs data block at offset 96: ")
                .hasMessageEndingWith(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "a window of 2 GiB and no size,    28 b5 2f fd 00 a8 03 35 0c 61, contentSize or windowSize must be set",
        "a size without end,               28 b5 2f fd e0 ff ff ff ff ff ff ff 7f 03 35 0c 61, Invalid magic prefix: 0",
        "a dictionary that nobody has,     28 b5 2f fd 21 07 05 03 35 0c 61, Custom dictionaries not supported",
        "a frame to be skipped,            50 2a 4d 18 ff ff ff 7f 00, Invalid magic prefix: 184d2a50",
        "a block larger than any,          28 b5 2f fd 00 38 fd ff ff 61, Not enough input bytes",
        "a reserved form of block,         28 b5 2f fd 00 38 07 35 0c 61, Invalid block type",
        "an older format,                  27 b5 2f fd 00 a8 03 35 0c 61, Data encoded in unsupported ZSTD v0.7 format",
        "nothing at all,                   00, Invalid magic prefix: 0"
    })
    void zstd(String what, String frame, String reason) {
        assertRefused(Compression.ZSTD, HexDump.parse(frame), reason);
    }

    private static byte[] xz(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LZMA2Options options = new LZMA2Options();
        options.setDictSize(1 << 17);
        try (XZOutputStream stream = new XZOutputStream(bytes, options)) {
            stream.write(new byte[size]);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "a dictionary of 4 GiB,                    02 00 21 01 28 00 00 00, Unsupported LZMA2 properties",
        "a dictionary of 64 MiB,                   02 00 21 01 1c 00 00 00, 65640 KiB of memory would be needed; limit was 2048 KiB",
        "a dictionary that cannot be,              02 00 21 01 29 00 00 00, Unsupported LZMA2 properties",
        "an unknown filter,                        02 00 3f 01 0c 00 00 00, Unknown Filter ID 63",
        "a filter for x86 at the end,              02 00 04 00 00 00 00 00, Unsupported XZ filter chain",
        "four filters for x86 and none behind,     03 03 04 00 04 00 04 00 04 00 00 00, Unsupported XZ filter chain",
        "LZMA2 in front of LZMA2,                  03 01 21 01 0c 21 01 0c 00 00 00 00, Unsupported XZ filter chain",
        "a size without end,                       05 80 ff ff ff ff ff ff ff ff 7f 21 01 0c 00 00 00 00 00 00, Compressed data is corrupt"
    })
    void xz(String what, String header, String reason) throws IOException {
        byte[] plain = xz(SIZE);
        byte[] hostile = HexDump.parse(header);
        CRC32 sum = new CRC32();
        sum.update(hostile);
        ByteBuffer block = ByteBuffer.allocate(2 * plain.length).order(ByteOrder.LITTLE_ENDIAN);
        block.put(plain, 0, XZ_BLOCK).put(hostile).putInt((int) sum.getValue());
        block.put(plain, XZ_BLOCK + 12, plain.length - XZ_BLOCK - 12);

        assertRefused(Compression.XZ, block.array(), reason);
    }

    @Test
    void xzOfAsManyBytesAsAskedForIsRead() throws IOException {
        read(Compression.XZ, xz(SIZE));
    }

    @Test
    void moreThanTheBlockHoldsIsRefused() throws IOException {
        byte[] output = new byte[8000];
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[BOMB]);
        deflater.finish();
        int length = deflater.deflate(output);
        deflater.end();

        assertRefused(Compression.GZIP, Arrays.copyOf(output, length), "holds more than 100000 bytes");
        assertRefused(Compression.XZ, xz(BOMB), "holds more than 100000 bytes");
        length = new ZstandardEncoder().encode(new byte[BOMB], 0, BOMB, output);
        assertRefused(Compression.ZSTD, Arrays.copyOf(output, length), "Output buffer too small");
    }

    @Test
    void fewerThanTheBlockHoldsIsRefused() throws IOException {
        assertRefused(Compression.XZ, xz(SIZE - 1), "holds 99999 bytes, not 100000");
    }
}
