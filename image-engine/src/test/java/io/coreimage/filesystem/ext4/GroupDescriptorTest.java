package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The descriptor that mke2fs 1.47.0 gave the only group of a file system of 64 MiB, but for large numbers. */
class GroupDescriptorTest {

    private static final Checksums CHECKSUMS = new Checksums(true, 0xb720167d);

    private static final byte[] WIDE = HexDump.parse("""
            09 00 00 00
            19 00 00 00
            29 00 00 00
            9c 37
            e9 3f
            09 00
            04 00
            00 00 00 00
            89 02
            d3 c7
            e9 3f
            c3 69
            00 00 00 00
            00 00 00 00
            00 00 00 00
            00 00
            00 00
            00 00
            00 00
            00 00 00 00
            7a a1
            a9 8a
            00 00 00 00
            """);

    private static final GroupDescriptor DESCRIPTOR = new GroupDescriptor(
            9, 25, 41, 14236, 16361, 9, GroupDescriptor.TABLE_ZEROED, 0xa17a0289, 0x8aa9c7d3, 16361, 0x69c3);

    private static final byte[] HIGH_HALVES = HexDump.parse("""
            01 00 00 00
            02 00 00 00
            03 00 00 00
            04 00
            05 00
            06 00
            00 00
            00 00 00 00
            07 00
            08 00
            09 00
            00 00
            11 00 00 00
            12 00 00 00
            13 00 00 00
            14 00
            15 00
            16 00
            19 00
            00 00 00 00
            17 00
            18 00
            00 00 00 00
            """);

    private static final GroupDescriptor LARGE = new GroupDescriptor(
            0x11_0000_0001L,
            0x12_0000_0002L,
            0x13_0000_0003L,
            0x14_0004,
            0x15_0005,
            0x16_0006,
            0,
            0x17_0007,
            0x18_0008,
            0x19_0009,
            0);

    @Test
    void readsEveryField() {
        assertThat(GroupDescriptor.readFrom(ByteBuffer.wrap(WIDE))).isEqualTo(DESCRIPTOR);
        assertThat(GroupDescriptor.readFrom(ByteBuffer.wrap(HIGH_HALVES))).isEqualTo(LARGE);
    }

    @Test
    void writesEveryFieldAndItsChecksum() {
        assertThat(DESCRIPTOR.sealedFor(0, GroupDescriptor.WIDE_SIZE, CHECKSUMS))
                .isEqualTo(WIDE);
        assertThat(LARGE.sealedFor(0, GroupDescriptor.WIDE_SIZE, new Checksums(false, 0)))
                .isEqualTo(HIGH_HALVES);
    }

    @Test
    void withoutSixtyFourBitsThereAreOnlyLowHalves() {
        byte[] narrow = Arrays.copyOf(HIGH_HALVES, GroupDescriptor.SIZE);
        GroupDescriptor small = new GroupDescriptor(1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 0);
        assertThat(GroupDescriptor.readFrom(ByteBuffer.wrap(narrow))).isEqualTo(small);
        assertThat(small.sealedFor(0, GroupDescriptor.SIZE, new Checksums(false, 0)))
                .isEqualTo(narrow);
    }

    @Test
    void theChecksumDependsOnTheGroup() {
        assertThat(CHECKSUMS.ofDescriptor(0, WIDE)).isEqualTo(0x69c3);
        assertThat(CHECKSUMS.ofDescriptor(1, WIDE)).isNotEqualTo(0x69c3);
    }
}
