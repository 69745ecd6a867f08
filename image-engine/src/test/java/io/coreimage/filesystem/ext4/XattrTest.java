package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What libext2fs 1.47.0 made of five attributes: the first in the inode, the others in block 1337. */
class XattrTest {

    private static final Checksums CHECKSUMS = new Checksums(true, 0xb720167d);

    private static final byte[] HEADER = HexDump.parse("""
            00 00 02 ea
            01 00 00 00
            01 00 00 00
            05 06 07 08
            d1 09 b4 8c
            00 00 00 00 00 00 00 00 00 00 00 00
            """);

    private static final byte[] ENTRY = HexDump.parse("""
            02
            01
            d8 03
            00 00 00 00
            28 00 00 00
            f2 0d 00 00
            6e 32 00 00
            """);

    private static final byte[] IN_BLOCK = HexDump.parse("""
            02 01  d8 03  00 00 00 00  28 00 00 00  f2 0d 00 00  6e 32 00 00
            02 01  b0 03  00 00 00 00  28 00 00 00  f3 0d 00 00  6e 33 00 00
            02 01  88 03  00 00 00 00  28 00 00 00  f4 0d 00 00  6e 34 00 00
            02 01  60 03  00 00 00 00  28 00 00 00  f5 0d 00 00  6e 35 00 00
            00 00 00 00
            """);

    /** But for the hash, which libext2fs leaves zero in an inode. */
    private static final byte[] IN_INODE = HexDump.parse("""
            00 00 02 ea
            02 01  34 00  00 00 00 00  28 00 00 00  f1 0d 00 00  6e 31 00 00
            00 00 00 00
            """);

    private static Xattr numbered(int number) {
        byte[] value = new byte[40];
        Arrays.fill(value, (byte) ('0' + number));
        return new Xattr(XattrPrefix.USER, "n" + number, Bytes.of(value));
    }

    @Test
    void aHeaderHasFiveFields() {
        XattrHeader header = new XattrHeader(XattrHeader.MAGIC, 1, 1, 0x0807_0605L, 0x8cb409d1);
        assertThat(XattrHeader.readFrom(ByteBuffer.wrap(HEADER))).isEqualTo(header);
        ByteBuffer out = ByteBuffer.allocate(XattrHeader.SIZE);
        header.writeTo(out);
        assertThat(out.array()).isEqualTo(HEADER);
    }

    @Test
    void anEntryHasSixFields() {
        XattrEntry entry = new XattrEntry(1, 0x3D8, 0, 40, 0xDF2, Bytes.of(Trees.text("n2")));
        assertThat(XattrEntry.readFrom(ByteBuffer.wrap(ENTRY))).isEqualTo(entry);
        ByteBuffer out = ByteBuffer.allocate(ENTRY.length);
        entry.writeTo(out);
        assertThat(out.array()).isEqualTo(ENTRY);
    }

    @Test
    void aBlockHasEntriesInFrontAndValuesBehind() {
        XattrSet set = XattrSet.of(List.of(numbered(5), numbered(3), numbered(2), numbered(4)));
        byte[] block = set.inBlock(1024, 1, 1337, CHECKSUMS);
        assertThat(block).startsWith(Arrays.copyOf(HEADER, 12));
        assertThat(Arrays.copyOfRange(block, XattrHeader.SIZE, XattrHeader.SIZE + IN_BLOCK.length))
                .isEqualTo(IN_BLOCK);
        assertThat(new String(block, 1024 - 160, 160, StandardCharsets.US_ASCII))
                .isEqualTo("5".repeat(40) + "4".repeat(40) + "3".repeat(40) + "2".repeat(40));
        assertThat(XattrHeader.readFrom(ByteBuffer.wrap(block)).checksum())
                .isEqualTo(CHECKSUMS.ofXattrBlock(1337, block));
    }

    /** libext2fs leaves the hash of a block zero, the kernel does not; the rest of its block is ours. */
    @Test
    void theChecksumIsThatOfLibext2fs() {
        XattrSet set = XattrSet.of(List.of(numbered(2), numbered(3), numbered(4), numbered(5)));
        byte[] block = set.inBlock(1024, 1, 1337, CHECKSUMS);
        Arrays.fill(block, 12, 16, (byte) 0);
        assertThat(CHECKSUMS.ofXattrBlock(1337, block)).isEqualTo(0x8cb409d1);
    }

    @Test
    void anInodeHasOnlyAMagicNumberInFrontAndCountsFromTheFirstEntry() {
        byte[] inode = XattrSet.of(List.of(numbered(1))).inInode(96).toArray();
        assertThat(inode).startsWith(IN_INODE);
        assertThat(new String(inode, 56, 40, StandardCharsets.US_ASCII)).isEqualTo("1".repeat(40));
    }
}
