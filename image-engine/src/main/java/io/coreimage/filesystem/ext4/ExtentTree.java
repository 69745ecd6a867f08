package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Rounding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The map from a file's blocks to the disk's, as a tree whose root lies in the inode.
 *
 * <pre>
 * inode: header, up to 4 entries ─┬─▶ node: header, entries … checksum ─┬─▶ extents
 *                                 └─▶ node …                            └─▶ …
 * </pre>
 *
 * @param root the 60 bytes in the inode
 * @param nodes the other nodes by the block that they stand in
 */
record ExtentTree(Bytes root, Map<Long, byte[]> nodes) {

    /** Return the extents of some mappings: none is longer than the format allows. */
    static List<ExtentLeaf> leaves(List<Mapping> mappings) {
        List<ExtentLeaf> leaves = new ArrayList<>();
        for (Mapping mapping : mappings) {
            for (long done = 0; done < mapping.count(); done += ExtentLeaf.MAX_LENGTH) {
                int length = (int) Math.min(mapping.count() - done, ExtentLeaf.MAX_LENGTH);
                leaves.add(new ExtentLeaf(mapping.logical() + done, length, mapping.start() + done));
            }
        }
        return leaves;
    }

    /** Return how many blocks the nodes below the root need. */
    static long nodeCount(int leaves, int blockSize) {
        long nodes = 0;
        for (long level = leaves; level > ExtentHeader.ROOT_MAX; ) {
            level = Rounding.divideUp(level, ExtentHeader.maxInBlock(blockSize));
            nodes += level;
        }
        return nodes;
    }

    /**
     * Build the tree.
     * @param leaves the extents in the file's order
     * @param places the blocks for the nodes, as many as {@link #nodeCount}
     * @param blockSize the size of a block
     * @param checksums where to get checksums
     * @param register the register of the inode
     */
    static ExtentTree build(
            List<ExtentLeaf> leaves, List<Long> places, int blockSize, Checksums checksums, int register) {
        return new Building(places.iterator(), blockSize, checksums, register).build(leaves);
    }

    private static final class Building {

        private final Iterator<Long> places;
        private final int blockSize;
        private final Checksums checksums;
        private final int register;
        private final Map<Long, byte[]> nodes = new LinkedHashMap<>();

        Building(Iterator<Long> places, int blockSize, Checksums checksums, int register) {
            this.places = places;
            this.blockSize = blockSize;
            this.checksums = checksums;
            this.register = register;
        }

        ExtentTree build(List<ExtentLeaf> leaves) {
            if (leaves.size() <= ExtentHeader.ROOT_MAX) {
                return new ExtentTree(root(leaves, 0, ExtentLeaf::writeTo), nodes);
            }
            List<ExtentIndex> level = level(leaves, 0, ExtentLeaf::writeTo, ExtentLeaf::logical);
            int depth = 1;
            while (level.size() > ExtentHeader.ROOT_MAX) {
                level = level(level, depth, ExtentIndex::writeTo, ExtentIndex::logical);
                depth++;
            }
            return new ExtentTree(root(level, depth, ExtentIndex::writeTo), nodes);
        }

        private static <E> Bytes root(List<E> entries, int depth, BiConsumer<E, ByteBuffer> writer) {
            ByteBuffer out = ByteBuffer.allocate(Inode.CONTENT_SIZE);
            put(out, entries, ExtentHeader.ROOT_MAX, depth, writer);
            return Bytes.of(out.array());
        }

        private static <E> void put(
                ByteBuffer out, List<E> entries, int max, int depth, BiConsumer<E, ByteBuffer> writer) {
            new ExtentHeader(ExtentHeader.MAGIC, entries.size(), max, depth, 0).writeTo(out);
            entries.forEach(each -> writer.accept(each, out));
        }

        private <E> List<ExtentIndex> level(
                List<E> entries, int depth, BiConsumer<E, ByteBuffer> writer, ToLogical<E> logical) {
            List<ExtentIndex> above = new ArrayList<>();
            int max = ExtentHeader.maxInBlock(blockSize);
            for (int from = 0; from < entries.size(); from += max) {
                List<E> part = entries.subList(from, Math.min(from + max, entries.size()));
                long place = places.next();
                nodes.put(place, node(part, depth, writer));
                above.add(new ExtentIndex(logical.of(part.get(0)), place));
            }
            return above;
        }

        private <E> byte[] node(List<E> entries, int depth, BiConsumer<E, ByteBuffer> writer) {
            ByteBuffer out = ByteBuffer.allocate(blockSize).order(ByteOrder.LITTLE_ENDIAN);
            put(out, entries, ExtentHeader.maxInBlock(blockSize), depth, writer);
            if (checksums.enabled()) {
                int end = checksumOffset(ExtentHeader.maxInBlock(blockSize));
                out.putInt(end, Crc32c.update(register, out.array(), 0, end));
            }
            return out.array();
        }
    }

    /** Return where the checksum of a node stands that has room for {@code max} entries. */
    static int checksumOffset(int max) {
        return ExtentHeader.SIZE + max * ExtentHeader.ENTRY_SIZE;
    }

    @FunctionalInterface
    private interface ToLogical<E> {
        long of(E entry);
    }
}
