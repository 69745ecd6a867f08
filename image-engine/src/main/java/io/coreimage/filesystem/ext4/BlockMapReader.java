package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the block map of an inode without extents, as ext2 and ext3 had them.
 *
 * <pre>
 * inode: 12 blocks │ list ─▶ blocks │ list ─▶ lists ─▶ blocks │ list ─▶ lists ─▶ lists ─▶ blocks
 * </pre>
 */
final class BlockMapReader {

    private static final int DIRECT = 12;
    private static final int LEVELS = 3;

    private final Volume volume;
    private final long number;
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<Long> nodes = new ArrayList<>();
    private long logical;

    BlockMapReader(Volume volume, long number) {
        this.volume = volume;
        this.number = number;
    }

    FileMap read(Inode inode) throws IOException {
        ByteBuffer map = inode.content().buffer();
        long offset = volume.inodeOffset(number) + Inode.CONTENT_OFFSET;
        for (int i = 0; i < DIRECT; i++) {
            add(Unsigned.getInt(map), 0, offset + (long) i * Integer.BYTES);
        }
        for (int level = 1; level <= LEVELS; level++) {
            add(Unsigned.getInt(map), level, offset + (long) (DIRECT + level - 1) * Integer.BYTES);
        }
        return new FileMap(mappings, nodes);
    }

    private void add(long block, int level, long place) throws IOException {
        long covered = 1;
        for (int i = 0; i < level; i++) {
            covered *= volume.blockSize() / Integer.BYTES;
        }
        if (block != 0 && isSound(block, level, place)) {
            if (level > 0) {
                nodes.add(block);
                addList(block, level);
                return;
            }
            append(block);
        }
        logical += covered;
    }

    private boolean isSound(long block, int level, long place) {
        String structure = "block map of inode " + number;
        return volume.findings().expect(volume.isBlock(block), structure, place, "block " + block + " is not there")
                && (level == 0 || volume.claim(block, 1, structure, place));
    }

    private void addList(long block, int level) throws IOException {
        ByteBuffer list = ByteBuffer.wrap(volume.block(block)).order(ByteOrder.LITTLE_ENDIAN);
        for (long place = volume.offset(block); list.hasRemaining(); place += Integer.BYTES) {
            add(Unsigned.getInt(list), level - 1, place);
        }
    }

    private void append(long block) {
        int last = mappings.size() - 1;
        Mapping before = last < 0 ? null : mappings.get(last);
        if (before != null && before.logicalEnd() == logical && before.blocks().end() == block) {
            mappings.set(last, new Mapping(before.logical(), before.start(), before.count() + 1, true));
        } else {
            mappings.add(new Mapping(logical, block, 1, true));
        }
    }
}
