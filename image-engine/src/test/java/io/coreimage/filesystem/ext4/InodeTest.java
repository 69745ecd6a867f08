package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inode 2 as mke2fs 1.47.0 made it, and one with everything in it that mke2fs leaves zero. */
class InodeTest {

    private static final Checksums CHECKSUMS = new Checksums(true, 0xb720167d);
    private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

    private static final byte[] ROOT = inode("""
            ed 41
            00 00
            00 10 00 00
            00 f1 53 65
            00 f1 53 65
            00 f1 53 65
            00 00 00 00
            00 00
            04 00
            08 00 00 00
            00 00 08 00
            00 00 00 00
            0a f3 01 00 04 00 00 00 00 00 00 00  00 00 00 00 01 00 00 00 0a 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00
            00 00 00 00
            00 00 00 00
            00 00 00 00
            00 00
            00 00
            00 00
            00 00
            f7 9d
            00 00
            20 00
            f8 b7
            00 00 00 00
            00 00 00 00
            00 00 00 00
            00 f1 53 65
            00 00 00 00
            00 00 00 00
            00 00 00 00
            """);

    private static final Inode ROOT_INODE = new Inode(
            Inode.DIRECTORY | 0755,
            0,
            4096,
            TIME,
            TIME,
            TIME,
            0,
            0,
            4,
            8,
            Inode.EXTENTS,
            Bytes.of(Arrays.copyOfRange(ROOT, 0x28, 0x64)),
            0,
            0,
            32,
            0xb7f89df7,
            TIME,
            0,
            0,
            Bytes.zeros(96));

    /** Times: 2^31, 2^32 + 1, 1969-12-31T23:59:59 and 2^33 + 2 seconds, with 1, 2, 3 and 999999999 nanoseconds. */
    private static final byte[] FULL = inode("""
            ff 8f
            01 02
            03 04 05 06
            00 00 00 80
            01 00 00 00
            ff ff ff ff
            07 08 09 0a
            0b 0c
            0d 0e
            0f 10 11 12
            00 00 04 00
            13 14 15 16
            68 65 6c 6c 6f 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00 00 00 00 00
            17 18 19 1a
            1b 1c 1d 1e
            1f 20 21 22
            00 00 00 00
            23 24
            25 26
            27 28
            29 2a
            00 00
            00 00
            20 00
            00 00
            09 00 00 00
            0c 00 00 00
            05 00 00 00
            02 00 00 00
            fe 27 6b ee
            2b 2c 2d 2e
            2f 30 31 32
            """ + "33 34" + "00".repeat(94));

    private static final Inode FULL_INODE = new Inode(
            Inode.REGULAR | 07777,
            0x2827_0201L,
            0x2221_201F_0605_0403L,
            Instant.ofEpochSecond(1L << 31, 1),
            Instant.ofEpochSecond((1L << 32) + 1, 2),
            Instant.ofEpochSecond(-1, 3),
            0x0A09_0807L,
            0x2A29_0C0BL,
            0x0E0D,
            0x2423_1211_100FL,
            Inode.HUGE_FILE,
            Bytes.of(Arrays.copyOf(Trees.text("hello"), 60)),
            0x1A19_1817L,
            0x2625_1E1D_1C1BL,
            32,
            0,
            Instant.ofEpochSecond((2L << 32) + 2, 999_999_999),
            0x2E2D_2C2B_1615_1413L,
            0x3231_302FL,
            Bytes.of(Arrays.copyOf(new byte[] {0x33, 0x34}, 96)));

    private static byte[] inode(String digits) {
        return Arrays.copyOf(HexDump.parse(digits), 256);
    }

    @Test
    void readsEveryField() {
        assertThat(Inode.readFrom(ByteBuffer.wrap(ROOT))).isEqualTo(ROOT_INODE);
        assertThat(Inode.readFrom(ByteBuffer.wrap(FULL))).isEqualTo(FULL_INODE);
    }

    @Test
    void writesEveryFieldAndItsChecksum() {
        assertThat(ROOT_INODE.sealedFor(Inode.ROOT, 256, CHECKSUMS)).isEqualTo(ROOT);
        assertThat(FULL_INODE.sealedFor(12, 256, new Checksums(false, 0))).isEqualTo(FULL);
    }

    @Test
    void aSmallInodeHasNothingBehindItsFields() {
        Inode small = Inode.readFrom(ByteBuffer.wrap(FULL, 0, Inode.SMALL_SIZE));
        assertThat(small.size()).isEqualTo(FULL_INODE.size());
        assertThat(small.extraSize()).isZero();
        assertThat(small.accessed()).isEqualTo(Instant.ofEpochSecond(Integer.MIN_VALUE));
        assertThat(small.created()).isEqualTo(Instant.EPOCH);
        assertThat(small.xattrs()).isEqualTo(Bytes.NONE);
    }

    /** A major number is the driver's, a minor one the device's; large ones are cut. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 03 01 00 00 00 00 00 00",
        "255, 255, ff ff 00 00 00 00 00 00",
        "256, 0, 00 00 00 00 00 00 01 00",
        "300, 70000, 00 00 00 00 70 2c 11 11",
        "0, 0, 00 00 00 00 00 00 00 00",
        "4095, 1048575, 00 00 00 00 ff ff ff ff",
    })
    void devicesHaveOneOfTwoForms(int major, int minor, String bytes) {
        byte[] content = Arrays.copyOf(HexDump.parse(bytes), Inode.CONTENT_SIZE);
        assertThat(DeviceNumber.encode(major, minor)).isEqualTo(Bytes.of(content));
        assertThat(DeviceNumber.decode(Bytes.of(content))).isEqualTo(new DeviceNumber(major, minor));
    }
}
