package io.coreimage.squashfs;

import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads on through the metadata blocks of a table. */
final class MetadataCursor {

    private final MetadataBlocks blocks;
    private final String structure;
    private long block;
    private int offset;

    /**
     * Create an instance.
     * @param structure what is read here, for the message when it is malformed
     * @param block where the first metadata block starts in the image
     * @param offset where to start in its decompressed bytes
     */
    MetadataCursor(MetadataBlocks blocks, String structure, long block, int offset) {
        this.blocks = blocks;
        this.structure = structure;
        this.block = block;
        this.offset = offset;
    }

    /** Return a second cursor at the same place. */
    MetadataCursor copy() {
        return new MetadataCursor(blocks, structure, block, offset);
    }

    /** Return where the metadata block starts in which the next byte is. */
    long block() throws IOException {
        currentBlock();
        return block;
    }

    /** Return the next bytes, which may stand in several blocks. */
    ByteBuffer read(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int done = 0; done < count; ) {
            byte[] content = currentBlock();
            int part = Math.min(count - done, content.length - offset);
            System.arraycopy(content, offset, bytes, done, part);
            offset += part;
            done += part;
        }
        return Unsigned.wrap(bytes);
    }

    /** Go forward without looking. */
    void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            int part = (int) Math.min(left, currentBlock().length - offset);
            offset += part;
            left -= part;
        }
    }

    private byte[] currentBlock() throws IOException {
        MetadataBlocks.Block current = blocks.at(block);
        if (offset == current.content().length) {
            block = current.next();
            offset = 0;
            current = blocks.at(block);
        }
        if (offset > current.content().length) {
            throw malformed("starts behind the end of its metadata block");
        }
        return current.content();
    }

    /** Return the error that what is read here is wrong. */
    MalformedException malformed(String reason) {
        return new MalformedException(structure, block, reason);
    }
}
