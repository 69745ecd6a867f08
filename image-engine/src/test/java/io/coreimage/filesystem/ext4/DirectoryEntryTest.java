package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The blocks of directories that mke2fs 1.47.0 made, one entry a line. */
class DirectoryEntryTest {

    private static final Checksums CHECKSUMS = new Checksums(true, 0xb720167d);

    private static final byte[] ENTRY = HexDump.parse("""
            0c 00 00 00
            14 00
            08
            07
            6c 6f 6e 67 6c 69 6e 6b
            00 00 00 00
            """);

    private static final byte[] ROOT = block("""
            02 00 00 00  0c 00  01  02  2e 00 00 00
            02 00 00 00  0c 00  02  02  2e 2e 00 00
            0b 00 00 00  14 00  0a  02  6c 6f 73 74 2b 66 6f 75 6e 64 00 00
            0c 00 00 00  10 00  08  07  6c 6f 6e 67 6c 69 6e 6b
            0d 00 00 00  10 00  06  01  73 70 61 72 73 65 00 00
            0e 00 00 00  a8 0f  0b  02  73 79 73 74 65 6d 2d 64 61 74 61
            """, "00 00 00 00  0c 00  00  de  6c b9 4c ac");

    private static final byte[] LOST_AND_FOUND = block("""
            0b 00 00 00  0c 00  01  02  2e 00 00 00
            02 00 00 00  e8 0f  02  02  2e 2e 00 00
            """, "00 00 00 00  0c 00  00  de  dd fb d3 16");

    private static final byte[] EMPTY = block("00 00 00 00  f4 0f  00  00", "00 00 00 00  0c 00  00  de  33 dd a3 44");

    private static byte[] block(String head, String tail) {
        byte[] block = Arrays.copyOf(HexDump.parse(head), 4096);
        byte[] end = HexDump.parse(tail);
        System.arraycopy(end, 0, block, block.length - end.length, end.length);
        return block;
    }

    @Test
    void anEntryHasFiveFieldsAndRoomForMore() {
        DirectoryEntry entry = new DirectoryEntry(12, 20, DirectoryEntry.SYMLINK, Bytes.of(Trees.text("longlink")));
        ByteBuffer in = ByteBuffer.wrap(ENTRY);
        assertThat(DirectoryEntry.readFrom(in)).isEqualTo(entry);
        assertThat(in.hasRemaining()).isFalse();
        ByteBuffer out = ByteBuffer.allocate(20);
        entry.writeTo(out);
        assertThat(out.array()).isEqualTo(ENTRY);
    }

    @Test
    void aBlockEndsInAnEntryWithItsChecksum() {
        List<Name> names = List.of(
                new Name(11, DirectoryEntry.DIRECTORY, "lost+found"),
                new Name(12, DirectoryEntry.SYMLINK, "longlink"),
                new Name(13, DirectoryEntry.REGULAR, "sparse"),
                new Name(14, DirectoryEntry.DIRECTORY, "system-data"));
        DirectoryLayout layout = new DirectoryLayout(List.of(names), List.of(), 1);
        assertThat(new DirectoryBlocks(2, 2, 4096, CHECKSUMS).write(layout)).containsExactly(ROOT);
    }

    @Test
    void aBlockWithoutNamesIsOneEntry() {
        DirectoryLayout layout = new DirectoryLayout(List.of(List.of()), List.of(), 2);
        assertThat(new DirectoryBlocks(11, 2, 4096, CHECKSUMS).write(layout)).containsExactly(LOST_AND_FOUND, EMPTY);
    }

    @Test
    void anEntryIsAsLargeAsItsNameInWholeWords() {
        assertThat(DirectoryEntry.sizeFor(1)).isEqualTo(12);
        assertThat(DirectoryEntry.sizeFor(4)).isEqualTo(12);
        assertThat(DirectoryEntry.sizeFor(5)).isEqualTo(16);
        assertThat(DirectoryEntry.sizeFor(255)).isEqualTo(264);
    }
}
