package io.coreimage.squashfs;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The extended attributes of an image.
 *
 * <pre>
 * key and value pairs, in metadata blocks          ◀─ pairs
 * ids: u64 place of the first pair, u32 pairs, u32 their size, in metadata blocks
 * header: u64 pairs, u32 count of ids, u32 unused  ◀─ the superblock's pointer
 * index: u64 position of each metadata block with ids
 * </pre>
 *
 * <p>A pair is {u16 type, u16 length, name} and {u32 length, value}; where bit 8 of the type is set, the value is the
 * u64 place of the real one.
 */
final class XattrTable {

    private static final String STRUCTURE = "squashfs extended attributes";
    private static final List<String> PREFIXES = List.of("user.", "trusted.", "security.");
    private static final int HEADER_SIZE = 16;
    private static final int ID_SIZE = 16;
    private static final int ELSEWHERE = 0x100;
    private static final int PREFIX_MASK = 0xFF;
    private static final int LONGEST_NAME = 255;
    private static final int LARGEST_VALUE = 65536;

    private final MetadataBlocks blocks;
    private final long pairs;
    private final IndexedTable ids;

    private XattrTable(MetadataBlocks blocks, long pairs, IndexedTable ids) {
        this.blocks = blocks;
        this.pairs = pairs;
        this.ids = ids;
    }

    /** Return the table, or {@code null} where there is none. */
    static @Nullable XattrTable open(Superblock superblock, Storage storage, MetadataBlocks blocks) throws IOException {
        long position = superblock.xattrTable();
        if (position == Superblock.NONE) {
            return null;
        }
        ByteBuffer header = Unsigned.wrap(storage.read(STRUCTURE, position, HEADER_SIZE));
        long pairs = header.getLong();
        long count = Unsigned.u32(header);
        if (pairs < 0 || pairs > superblock.bytesUsed()) {
            throw new MalformedException(STRUCTURE, position, "start outside of the file system");
        }
        return new XattrTable(
                blocks, pairs, new IndexedTable(storage, blocks, STRUCTURE, position + HEADER_SIZE, ID_SIZE, count));
    }

    IndexedTable ids() {
        return ids;
    }

    /** Return the attributes with an index; what they cost is charged to the budget. */
    SortedMap<String, ByteSource> read(long index, Budget budget) throws IOException {
        if (index == Unsigned.NONE_32) {
            return Collections.emptySortedMap();
        }
        ByteBuffer id = ids.entry(index);
        MetadataCursor cursor = cursorAt(id.getLong());
        long count = Unsigned.u32(id);
        SortedMap<String, ByteSource> attributes = new TreeMap<>();
        for (long i = 0; i < count; i++) {
            readPair(cursor, attributes, budget);
        }
        return attributes;
    }

    private void readPair(MetadataCursor cursor, SortedMap<String, ByteSource> attributes, Budget budget)
            throws IOException {
        ByteBuffer entry = cursor.read(Integer.BYTES);
        int type = Unsigned.u16(entry);
        int length = Unsigned.u16(entry);
        int prefix = type & PREFIX_MASK;
        if (prefix >= PREFIXES.size() || length > LONGEST_NAME) {
            throw cursor.malformed("type " + type + " and a name of " + length + " bytes");
        }
        byte[] name = cursor.read(length).array();
        String text = Names.decode(name);
        if (text == null) {
            throw cursor.malformed("name \"" + Names.printable(name) + "\" is no UTF-8");
        }
        byte[] value = readValue(cursor);
        if ((type & ELSEWHERE) != 0) {
            value = readValue(cursorAt(Unsigned.wrap(value), cursor));
        }
        budget.spend(Budget.NODE + length + value.length);
        attributes.put(PREFIXES.get(prefix) + text, ByteSource.of(value));
    }

    private MetadataCursor cursorAt(ByteBuffer place, MetadataCursor asker) {
        if (place.remaining() != Long.BYTES) {
            throw asker.malformed("place of a value has " + place.remaining() + " bytes");
        }
        return cursorAt(place.getLong());
    }

    private MetadataCursor cursorAt(long reference) {
        return new MetadataCursor(blocks, STRUCTURE, pairs + Inode.block(reference), Inode.offset(reference));
    }

    private static byte[] readValue(MetadataCursor cursor) throws IOException {
        long length = Unsigned.u32(cursor.read(Integer.BYTES));
        if (length > LARGEST_VALUE) {
            throw cursor.malformed("value has " + length + " bytes");
        }
        return cursor.read((int) length).array();
    }
}
