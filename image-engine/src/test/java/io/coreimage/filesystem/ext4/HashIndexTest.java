package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The root of the index that e2fsck 1.47.0 gave a directory (inode 12, blocks of 1024), and a node. */
class HashIndexTest {

    private static final Checksums CHECKSUMS = new Checksums(true, 0xb720167d);
    private static final int REGISTER = CHECKSUMS.ofInodeNumber(12, 0);

    private static final byte[] ROOT = block("""
            0c 00 00 00  0c 00  01  02  2e 00 00 00
            02 00 00 00  f4 03  02  02  2e 2e 00 00
            00 00 00 00
            01
            08
            00
            00
            7b 00
            05 00
            01 00 00 00
            1a 39 91 3e  02 00 00 00
            c6 50 62 77  03 00 00 00
            f6 fc c4 b5  04 00 00 00
            d0 fd a6 eb  05 00 00 00
            """, "00 00 00 00  8e 46 f6 2e");

    private static final byte[] NODE = block("""
            00 00 00 00  00 04  00  00
            7f 00
            02 00
            03 00 00 00
            01 02 03 04  04 00 00 00
            """, "");

    private static final List<Long> HASHES = List.of(0L, 0x3E91391AL, 0x776250C6L, 0xB5C4FCF6L, 0xEBA6FDD0L);

    private static final HashIndex INDEX = new HashIndex(
            123,
            IntStream.range(0, 5)
                    .mapToObj(i -> new HashIndex.Entry(HASHES.get(i), i + 1))
                    .toList());

    private static byte[] block(String head, String tail) {
        byte[] block = Arrays.copyOf(HexDump.parse(head), 1024);
        byte[] end = HexDump.parse(tail);
        System.arraycopy(end, 0, block, block.length - end.length, end.length);
        return block;
    }

    @Test
    void readsEveryField() {
        ByteBuffer in = ByteBuffer.wrap(ROOT).position(HashIndex.ROOT_OFFSET);
        assertThat(HashIndex.readFrom(in)).isEqualTo(INDEX);
        ByteBuffer node = ByteBuffer.wrap(NODE).position(HashIndex.NODE_OFFSET);
        assertThat(HashIndex.readFrom(node))
                .isEqualTo(
                        new HashIndex(127, List.of(new HashIndex.Entry(0, 3), new HashIndex.Entry(0x0403_0201L, 4))));
    }

    @Test
    void writesARootWithItsChecksum() {
        List<List<Name>> leaves = Collections.nCopies(5, List.of(new Name(13, DirectoryEntry.REGULAR, "name")));
        DirectoryLayout layout = new DirectoryLayout(leaves, HASHES, 6);
        List<byte[]> blocks = new DirectoryBlocks(12, 2, 1024, CHECKSUMS).write(layout);
        assertThat(blocks).hasSize(6);
        assertThat(blocks.get(0)).isEqualTo(ROOT);
        ByteBuffer in = ByteBuffer.wrap(ROOT).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(INDEX.storedChecksum(in, HashIndex.ROOT_OFFSET)).isEqualTo(0x2ef6468e);
        assertThat(INDEX.checksum(ROOT, HashIndex.ROOT_OFFSET, REGISTER)).isEqualTo(0x2ef6468e);
    }

    @Test
    void writesANode() {
        byte[] block = Arrays.copyOf(NODE, HashIndex.NODE_OFFSET);
        block = Arrays.copyOf(block, 1024);
        new HashIndex(127, List.of(new HashIndex.Entry(0, 3), new HashIndex.Entry(0x0403_0201L, 4)))
                .writeTo(block, HashIndex.NODE_OFFSET, new Checksums(false, 0), 0);
        assertThat(block).isEqualTo(NODE);
    }

    /** 124 blocks of names are one too many for a root of 123 entries: nodes of up to 126 come between. */
    @Test
    void aRootThatIsFullGetsNodesBetween() {
        List<List<Name>> leaves = Collections.nCopies(124, List.of(new Name(13, DirectoryEntry.REGULAR, "name")));
        List<Long> hashes =
                LongStream.range(0, 124).map(each -> 2 * each).boxed().toList();
        List<byte[]> blocks =
                new DirectoryBlocks(12, 2, 1024, CHECKSUMS).write(new DirectoryLayout(leaves, hashes, 126));
        assertThat(blocks).hasSize(126);
        assertThat(blocks.get(0)[HashIndex.INFO_OFFSET + 6]).isEqualTo((byte) 1);
        HashIndex root = HashIndex.readFrom(ByteBuffer.wrap(blocks.get(0)).position(HashIndex.ROOT_OFFSET));
        assertThat(root.entries()).containsExactly(new HashIndex.Entry(0, 1));
        HashIndex node = HashIndex.readFrom(ByteBuffer.wrap(blocks.get(1)).position(HashIndex.NODE_OFFSET));
        assertThat(node.limit()).isEqualTo(126);
        assertThat(node.entries()).hasSize(124).contains(new HashIndex.Entry(0, 2), new HashIndex.Entry(246, 125));
    }
}
