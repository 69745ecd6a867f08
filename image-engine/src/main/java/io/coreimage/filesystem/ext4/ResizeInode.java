package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The inode that keeps blocks behind the descriptors, so that there is room for more of them when the file system grows
 * while it is mounted.
 *
 * <pre>
 * inode 7 ─▶ double indirect block ─▶ reserved block of group 0 ─▶ the same block of group 1, 3, 5, 7, 9 …
 *                                 ─▶ the next one              ─▶ …
 * </pre>
 */
final class ResizeInode {

    private final Geometry geometry;
    private final long block;

    ResizeInode(Geometry geometry, long block) {
        this.geometry = geometry;
        this.block = block;
    }

    private int perBlock() {
        return geometry.blockSize() / Integer.BYTES;
    }

    private long firstReserved() {
        return geometry.firstDataBlock() + 1L + geometry.descriptorBlocks();
    }

    /** Return the size that the inode says it has: that of a file whose double indirect block is in use to its end. */
    long size() {
        long slots = perBlock();
        return (slots * slots + slots + 12) * geometry.blockSize();
    }

    /** Return how many blocks belong to it. */
    long blockCount() {
        return 1 + geometry.reservedGdtBlocks() * (1L + geometry.copyGroups().size());
    }

    /** Return the block map for the inode. */
    Bytes content() {
        ByteBuffer map = ByteBuffer.allocate(Inode.CONTENT_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        map.putInt(13 * Integer.BYTES, (int) block);
        return Bytes.of(map.array());
    }

    /** Return the blocks by their numbers. */
    Map<Long, byte[]> blocks() {
        Map<Long, byte[]> blocks = new LinkedHashMap<>();
        byte[] bytes = new byte[geometry.blockSize()];
        ByteBuffer top = littleEndian(bytes);
        List<Integer> copies = geometry.copyGroups();
        for (int i = 0; i < geometry.reservedGdtBlocks(); i++) {
            long reserved = firstReserved() + i;
            top.putInt((geometry.descriptorBlocks() + i) % perBlock() * Integer.BYTES, (int) reserved);
            blocks.put(reserved, list(reserved, copies));
        }
        blocks.put(block, bytes);
        return blocks;
    }

    private byte[] list(long reserved, List<Integer> copies) {
        byte[] bytes = new byte[geometry.blockSize()];
        ByteBuffer list = littleEndian(bytes);
        copies.forEach(group -> list.putInt((int) (reserved + (long) group * geometry.blocksPerGroup())));
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
