package io.coreimage.squashfs;

import io.coreimage.problem.Flaw;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of entries of one size, cut into metadata blocks, with an index of the blocks' positions.
 *
 * <pre>
 * metadata block 0 │ metadata block 1 │ … │ u64 position of block 0, u64 position of block 1 …
 *                                         ▲ start
 * </pre>
 */
final class IndexedTable {

    private final Storage storage;
    private final MetadataBlocks blocks;
    private final String structure;
    private final long start;
    private final int entrySize;
    private final long count;
    private @Nullable ByteBuffer index;

    IndexedTable(Storage storage, MetadataBlocks blocks, String structure, long start, int entrySize, long count) {
        this.storage = storage;
        this.blocks = blocks;
        this.structure = structure;
        this.start = start;
        this.entrySize = entrySize;
        this.count = count;
    }

    /** Return an entry. */
    ByteBuffer entry(long number) throws IOException {
        if (number < 0 || number >= count) {
            throw new MalformedException(
                    structure, start, "entry " + Long.toUnsignedString(number) + " of " + count + " is wanted");
        }
        int perBlock = MetadataBlocks.LARGEST / entrySize;
        long block = index().getLong((int) (number / perBlock) * Long.BYTES);
        int offset = (int) (number % perBlock) * entrySize;
        return new MetadataCursor(blocks, structure, block, offset).read(entrySize);
    }

    /** Return where the first block is stored. */
    long firstBlock() throws IOException {
        return count == 0 ? start : index().getLong(0);
    }

    /** Note blocks that do not have as many entries as they must, or do not stand one behind the other up to a position. */
    void check(long end, List<Flaw> flaws) throws IOException {
        long position = firstBlock();
        for (long left = count * entrySize; left > 0; left -= MetadataBlocks.LARGEST) {
            long number = (count * entrySize - left) / MetadataBlocks.LARGEST;
            MetadataBlocks.Block block = blocks.at(position);
            if (index().getLong((int) number * Long.BYTES) != position
                    || block.content().length != Math.min(left, MetadataBlocks.LARGEST)) {
                flaws.add(new Flaw(structure, position, "its blocks do not hold " + count + " entries"));
            }
            position = block.next();
        }
        if (position != end && count > 0) {
            flaws.add(new Flaw(structure, end, "its blocks end at " + position));
        }
    }

    /** Return where the index starts. */
    long start() {
        return start;
    }

    /** Return where the index ends. */
    long end() throws IOException {
        return start + index().capacity();
    }

    private synchronized ByteBuffer index() throws IOException {
        ByteBuffer known = index;
        if (known == null) {
            int perBlock = MetadataBlocks.LARGEST / entrySize;
            long size = (count + perBlock - 1) / perBlock * Long.BYTES;
            if (start < Superblock.SIZE || size > storage.end() - start) {
                throw new MalformedException(structure, start, count + " entries do not fit into the file system");
            }
            known = Unsigned.wrap(storage.read(structure, start, Math.toIntExact(size)));
            index = known;
        }
        return known;
    }
}
