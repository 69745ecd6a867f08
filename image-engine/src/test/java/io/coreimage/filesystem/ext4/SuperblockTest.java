package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Guid;
import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The superblock that mke2fs 1.47.0 gave a file system of 64 MiB, one field a line. */
class SuperblockTest {

    private static final byte[] COUNTS = HexDump.parse("""
            00 40 00 00
            00 40 00 00
            33 03 00 00
            9c 37 00 00
            e9 3f 00 00
            00 00 00 00
            02 00 00 00
            02 00 00 00
            00 80 00 00
            00 80 00 00
            00 40 00 00
            """);

    private static final byte[] STATE = HexDump.parse("""
            00 00 00 00
            00 f1 53 65
            00 00
            ff ff
            53 ef
            01 00
            01 00
            00 00
            00 f1 53 65
            00 00 00 00
            00 00 00 00
            01 00 00 00
            00 00
            00 00
            """);

    private static final byte[] IDENTITY = HexDump.parse("""
            0b 00 00 00
            00 01
            00 00
            3c 00 00 00
            c2 02 00 00
            6b 04 00 00
            00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff
            77 72 69 74 61 62 6c 65 00 00 00 00 00 00 00 00
            """);

    private static final byte[] JOURNAL = HexDump.parse("""
            07 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            08 00 00 00
            00 00 00 00
            00 00 00 00
            0f 1e 2d 3c 4b 5a 69 78 87 96 a5 b4 c3 d2 e1 f0
            01
            01
            40 00
            0c 00 00 00
            00 00 00 00
            00 f1 53 65
            0a f3 03 00  04 00 00 00  00 00 00 00
            00 00 00 00  0a 00 00 00  0f 00 00 00
            0a 00 00 00  0f 00 00 00  1a 00 00 00
            19 00 00 00  e7 03 00 00  2a 04 00 00
            00 00 00 00  00 00 00 00  00 00 00 00
            00 00 00 00
            00 00 40 00
            """);

    private static final byte[] ADDITIONS = HexDump.parse("""
            00 00 00 00
            00 00 00 00
            00 00 00 00
            20 00
            20 00
            01 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            04
            01
            00 00
            95 01 00 00 00 00 00 00
            """ + "00".repeat(200) + """
            0b 08 00 00
            """ + "00".repeat(36) + """
            00 00 00 00
            00
            00
            00
            00
            00 00 00 00 00 00 00 00
            00 00 00 00
            """);

    private static final byte[] BYTES = ByteBuffer.allocate(Superblock.SIZE)
            .put(COUNTS)
            .put(STATE)
            .put(IDENTITY)
            .put(new byte[70])
            .put(JOURNAL)
            .put(ADDITIONS)
            .put(new byte[376])
            .put(HexDump.parse("0a c8 de c3"))
            .array();

    private static final Superblock SUPERBLOCK = new Superblock(
            new SuperblockCounts(16384, 16384, 819, 14236, 16361, 0, 2, 2, 32768, 32768, 16384),
            new SuperblockState(0, 1_700_000_000, 0, 0xFFFF, 0xEF53, 1, 1, 0, 1_700_000_000, 0, 0, 1, 0, 0),
            new SuperblockIdentity(
                    11, 256, 0, 0x3C, 0x2C2, 0x46B, Guid.parse("00112233-4455-6677-8899-aabbccddeeff"), "writable"),
            new SuperblockJournal(
                    7,
                    Guid.ZERO,
                    8,
                    0,
                    0,
                    Guid.parse("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"),
                    1,
                    1,
                    64,
                    0xC,
                    0,
                    1_700_000_000,
                    List.of(0x3F30AL, 4L, 0L, 0L, 10L, 15L, 10L, 15L, 26L, 25L, 999L, 1066L, 0L, 0L, 0L, 0L, 4L << 20)),
            new SuperblockAdditions(0, 0, 0, 32, 32, 1, 4, 1, 405, 2059, 0, 0, 0, 0, 0, 0),
            0xC3DEC80AL);

    @Test
    void readsEveryField() {
        assertThat(Superblock.readFrom(ByteBuffer.wrap(BYTES))).isEqualTo(SUPERBLOCK);
    }

    @Test
    void writesEveryField() {
        ByteBuffer bytes = ByteBuffer.allocate(Superblock.SIZE);
        SUPERBLOCK.writeTo(bytes);
        assertThat(bytes.array()).isEqualTo(BYTES);
    }

    @Test
    void sealsACopyWithItsGroupAndChecksum() {
        assertThat(SUPERBLOCK.sealedFor(0)).isEqualTo(BYTES);
        Superblock copy = Superblock.readFrom(ByteBuffer.wrap(SUPERBLOCK.sealedFor(3)));
        assertThat(copy.identity().group()).isEqualTo(3);
        assertThat(copy.checksum()).isNotEqualTo(SUPERBLOCK.checksum());
    }

    @Test
    void theUuidIsTheSeedOfAllOtherChecksums() {
        assertThat(SUPERBLOCK.seed()).isEqualTo(0xb720167d);
    }

    @Test
    void countsHaveTheirHighHalvesElsewhere() {
        Superblock large = new Superblock(
                SUPERBLOCK.counts(),
                SUPERBLOCK.state(),
                SUPERBLOCK.identity(),
                SUPERBLOCK.journal(),
                new SuperblockAdditions(1, 2, 3, 32, 32, 1, 4, 1, 0, 0, 0, 0, 0, 0, 0, 0),
                0);
        assertThat(large.blocks()).isEqualTo(0x1_0000_4000L);
        assertThat(large.reservedBlocks()).isEqualTo(0x2_0000_0333L);
        assertThat(large.freeBlocks()).isEqualTo(0x3_0000_379CL);
    }
}
