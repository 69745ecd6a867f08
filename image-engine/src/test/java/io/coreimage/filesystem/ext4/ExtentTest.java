package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ExtentTest {

    private static final byte[] HEADER = HexDump.parse("""
            0a f3
            03 00
            04 00
            01 00
            05 06 07 08
            """);

    private static final byte[] LEAF = HexDump.parse("""
            01 02 03 04
            00 80
            0b 0c
            07 08 09 0a
            """);

    private static final byte[] INDEX = HexDump.parse("""
            01 02 03 04
            07 08 09 0a
            0b 0c
            00 00
            """);

    @Test
    void aHeaderHasFiveFields() {
        ExtentHeader header = new ExtentHeader(ExtentHeader.MAGIC, 3, 4, 1, 0x0807_0605L);
        assertThat(ExtentHeader.readFrom(ByteBuffer.wrap(HEADER))).isEqualTo(header);
        ByteBuffer bytes = ByteBuffer.allocate(ExtentHeader.SIZE);
        header.writeTo(bytes);
        assertThat(bytes.array()).isEqualTo(HEADER);
    }

    @Test
    void anExtentHasThreeFieldsTheLastInTwoParts() {
        ExtentLeaf leaf = new ExtentLeaf(0x0403_0201L, ExtentLeaf.MAX_LENGTH, 0x0C0B_0A09_0807L);
        assertThat(ExtentLeaf.readFrom(ByteBuffer.wrap(LEAF))).isEqualTo(leaf);
        ByteBuffer bytes = ByteBuffer.allocate(ExtentLeaf.SIZE);
        leaf.writeTo(bytes);
        assertThat(bytes.array()).isEqualTo(LEAF);
    }

    @Test
    void anIndexHasTwoFieldsTheLastInTwoParts() {
        ExtentIndex index = new ExtentIndex(0x0403_0201L, 0x0C0B_0A09_0807L);
        assertThat(ExtentIndex.readFrom(ByteBuffer.wrap(INDEX))).isEqualTo(index);
        ByteBuffer bytes = ByteBuffer.allocate(ExtentIndex.SIZE);
        index.writeTo(bytes);
        assertThat(bytes.array()).isEqualTo(INDEX);
    }

    @Test
    void aLengthAboveTheLargestWasNeverWritten() {
        assertThat(new ExtentLeaf(5, 0x8000, 9).toMapping()).isEqualTo(new Mapping(5, 9, 0x8000, true));
        assertThat(new ExtentLeaf(5, 0x8001, 9).toMapping()).isEqualTo(new Mapping(5, 9, 1, false));
    }
}
