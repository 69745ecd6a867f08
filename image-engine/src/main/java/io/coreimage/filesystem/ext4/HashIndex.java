package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of the index of a large directory; little-endian. To who knows no index it looks like a block without names.
 *
 * <pre>
 * root                                          node
 * 00 ┌ "." ┬ ".." up to the end ──────────┐     0 ┌ entry without name, of the whole block ┐
 * 18 ├ 0 ┬ hash version ┬ 8 ┬ levels ┬ 0 ─┤       │
 * 20 ├ limit ┬ count ┬ first block ───────┤     8 ├ limit ┬ count ┬ first block ───────────┤
 * 28 ├ hash ┬ block ┬ hash ┬ block …  ────┤    10 ├ hash ┬ block …                         │
 *    └ … behind limit entries: 0, checksum┘       └ … behind limit entries: 0, checksum ───┘
 * </pre>
 *
 * @param limit how many entries there is room for
 * @param entries hashes and the blocks for names from there on; the first hash is always zero
 */
record HashIndex(int limit, List<Entry> entries) {

    static final int ROOT_OFFSET = 0x20;
    static final int NODE_OFFSET = 8;
    static final int INFO_OFFSET = 0x18;
    static final int INFO_LENGTH = 8;
    static final int TAIL_SIZE = 8;

    /** Bit 0 of a hash says that names with the very hash before it are continued from the block before. */
    static final long CONTINUED = 1;

    private static final int ENTRY_SIZE = 8;

    HashIndex {
        entries = List.copyOf(entries);
    }

    /**
     * Names from a hash on.
     * @param hash the lowest hash
     * @param block the block of the directory
     */
    record Entry(long hash, long block) {}

    static int limit(int blockSize, int offset, boolean checksums) {
        return (blockSize - offset - (checksums ? TAIL_SIZE : 0)) / ENTRY_SIZE;
    }

    /** Read limit, count and entries from where the buffer stands; the caller has checked that count entries are there. */
    static HashIndex readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int limit = Unsigned.getShort(in);
        int count = Unsigned.getShort(in);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long hash = i == 0 ? 0 : Unsigned.getInt(in);
            entries.add(new Entry(hash, Unsigned.getInt(in)));
        }
        return new HashIndex(limit, entries);
    }

    /** Write limit, count, entries and the checksum into a block. */
    void writeTo(byte[] block, int offset, Checksums checksums, int register) {
        ByteBuffer out = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).position(offset);
        out.putShort((short) limit).putShort((short) entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) {
                out.putInt((int) entries.get(i).hash());
            }
            out.putInt((int) entries.get(i).block());
        }
        if (checksums.enabled()) {
            out.putInt(checksumOffset(offset), checksum(block, offset, register));
        }
    }

    private int checksumOffset(int offset) {
        return offset + limit * ENTRY_SIZE + Integer.BYTES;
    }

    /** Return the checksum over what is used of the block, and over the tail with the checksum itself zero. */
    int checksum(byte[] block, int offset, int register) {
        int sum = Crc32c.update(register, block, 0, offset + entries.size() * ENTRY_SIZE);
        sum = Crc32c.update(sum, block, offset + limit * ENTRY_SIZE, Integer.BYTES);
        return Crc32c.updateInt(sum, 0);
    }

    int storedChecksum(ByteBuffer block, int offset) {
        return block.getInt(checksumOffset(offset));
    }
}
