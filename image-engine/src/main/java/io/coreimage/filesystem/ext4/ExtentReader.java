package io.coreimage.filesystem.ext4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads the extent tree of one inode. */
final class ExtentReader {

    private static final int MAX_DEPTH = 5;

    private final Volume volume;
    private final long number;
    private final int register;
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<Long> nodes = new ArrayList<>();
    private long next;

    ExtentReader(Volume volume, long number, Inode inode) {
        this.volume = volume;
        this.number = number;
        this.register = volume.checksums().ofInodeNumber(number, inode.generation());
    }

    FileMap read(Inode inode) throws IOException {
        long offset = volume.inodeOffset(number) + Inode.CONTENT_OFFSET;
        ByteBuffer root = inode.content().buffer();
        ExtentHeader header = ExtentHeader.readFrom(root);
        if (checkHeader(header, offset, ExtentHeader.ROOT_MAX)
                && expect(header.depth() <= MAX_DEPTH, offset, "the tree has " + header.depth() + " levels")) {
            read(header, root, offset);
        }
        return new FileMap(mappings, nodes);
    }

    private boolean checkHeader(ExtentHeader header, long offset, int max) {
        return expect(header.magic() == ExtentHeader.MAGIC, offset, "the magic number F30A is missing")
                && expect(header.max() == max, offset + 4, "it has room for " + header.max() + " entries, not " + max)
                && expect(header.entries() <= max, offset + 2, "it has " + header.entries() + " entries");
    }

    private boolean expect(boolean holds, long offset, String reason) {
        return volume.findings().expect(holds, "extents of inode " + number, offset, reason);
    }

    private void read(ExtentHeader header, ByteBuffer in, long offset) throws IOException {
        for (int i = 0; i < header.entries(); i++) {
            long place = offset + ExtentHeader.SIZE + (long) i * ExtentHeader.ENTRY_SIZE;
            if (header.depth() == 0) {
                add(ExtentLeaf.readFrom(in), place);
            } else {
                descend(ExtentIndex.readFrom(in), header.depth(), i == 0, place);
            }
        }
    }

    private void add(ExtentLeaf leaf, long place) {
        Mapping mapping = leaf.toMapping();
        boolean sound = expect(leaf.length() > 0, place + 4, "an extent is empty")
                && expect(mapping.logical() >= next, place, "block " + mapping.logical() + " is mapped twice")
                && expect(
                        volume.areBlocks(mapping.start(), mapping.count()),
                        place + 6,
                        "block " + mapping.start() + " and the " + mapping.count() + " from it are not on the disk");
        if (sound) {
            mappings.add(mapping);
            next = mapping.logicalEnd();
        }
    }

    private void descend(ExtentIndex index, int depth, boolean first, long place) throws IOException {
        boolean sound = expect(volume.isBlock(index.child()), place + 4, "block " + index.child() + " is no node")
                && expect(index.logical() >= next || first, place, "block " + index.logical() + " is mapped twice")
                && volume.claim(index.child(), 1, "extents of inode " + number, place + 4);
        if (!sound) {
            return;
        }
        nodes.add(index.child());
        byte[] block = volume.block(index.child());
        ByteBuffer in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        long offset = volume.offset(index.child());
        ExtentHeader header = ExtentHeader.readFrom(in);
        int max = ExtentHeader.maxInBlock(volume.blockSize());
        if (!checkHeader(header, offset, max)) {
            return;
        }
        checkChecksum(block, in, offset);
        if (expect(header.depth() == depth - 1, offset + 6, "the depth is " + header.depth())
                && expect(header.entries() > 0, offset + 2, "it has no entries")) {
            expect(in.getInt(ExtentHeader.SIZE) == (int) index.logical(), place, "its first block is another");
            read(header, in, offset);
        }
    }

    private void checkChecksum(byte[] block, ByteBuffer in, long offset) {
        int end = ExtentTree.checksumOffset(ExtentHeader.maxInBlock(volume.blockSize()));
        boolean sound = !volume.checksums().enabled() || in.getInt(end) == Crc32c.update(register, block, 0, end);
        expect(sound, offset + end, "the checksum is wrong");
    }
}
