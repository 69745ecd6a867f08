package io.coreimage.filesystem.ext4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Writes the blocks of one directory. */
final class DirectoryBlocks {

    private final Name self;
    private final Name parent;
    private final int blockSize;
    private final Checksums checksums;
    private final int register;

    DirectoryBlocks(long inode, long parentInode, int blockSize, Checksums checksums) {
        this.self = new Name(inode, DirectoryEntry.DIRECTORY, ".");
        this.parent = new Name(parentInode, DirectoryEntry.DIRECTORY, "..");
        this.blockSize = blockSize;
        this.checksums = checksums;
        this.register = checksums.ofInodeNumber(inode, 0);
    }

    List<byte[]> write(DirectoryLayout layout) {
        List<byte[]> blocks = new ArrayList<>();
        if (layout.hasIndex()) {
            writeIndex(layout, blocks);
            layout.leaves().forEach(each -> blocks.add(leaf(each)));
            return blocks;
        }
        for (int i = 0; i < layout.blocks(); i++) {
            List<Name> names = new ArrayList<>(i == 0 ? List.of(self, parent) : List.of());
            names.addAll(i < layout.leaves().size() ? layout.leaves().get(i) : List.of());
            blocks.add(leaf(names));
        }
        return blocks;
    }

    private byte[] leaf(List<Name> names) {
        ByteBuffer out = ByteBuffer.allocate(blockSize).order(ByteOrder.LITTLE_ENDIAN);
        int end = checksums.enabled() ? blockSize - DirectoryEntry.TAIL_SIZE : blockSize;
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            int length = i == names.size() - 1 ? end - out.position() : name.entrySize();
            DirectoryEntry.of(name, length).writeTo(out);
        }
        if (names.isEmpty()) {
            new DirectoryEntry(0, end, 0, Bytes.NONE).writeTo(out);
        }
        if (checksums.enabled()) {
            new DirectoryEntry(0, DirectoryEntry.TAIL_SIZE, DirectoryEntry.CHECKSUM, Bytes.NONE).writeTo(out);
            out.putInt(blockSize - Integer.BYTES, Crc32c.update(register, out.array(), 0, end));
        }
        return out.array();
    }

    private void writeIndex(DirectoryLayout layout, List<byte[]> blocks) {
        int inner = layout.innerNodes();
        List<HashIndex.Entry> leaves = new ArrayList<>();
        for (int i = 0; i < layout.leaves().size(); i++) {
            leaves.add(new HashIndex.Entry(layout.firstHashes().get(i), 1 + inner + i));
        }
        if (inner == 0) {
            blocks.add(root(leaves, 0));
            return;
        }
        List<HashIndex.Entry> nodes = new ArrayList<>();
        List<byte[]> nodeBlocks = new ArrayList<>();
        int limit = limit(HashIndex.NODE_OFFSET);
        for (int from = 0; from < leaves.size(); from += limit) {
            nodes.add(new HashIndex.Entry(leaves.get(from).hash(), 1 + nodes.size()));
            nodeBlocks.add(node(leaves.subList(from, Math.min(from + limit, leaves.size()))));
        }
        blocks.add(root(nodes, 1));
        blocks.addAll(nodeBlocks);
    }

    private int limit(int offset) {
        return HashIndex.limit(blockSize, offset, checksums.enabled());
    }

    private byte[] root(List<HashIndex.Entry> entries, int levels) {
        ByteBuffer out = ByteBuffer.allocate(blockSize).order(ByteOrder.LITTLE_ENDIAN);
        DirectoryEntry.of(self, DirectoryEntry.DOT_SIZE).writeTo(out);
        DirectoryEntry.of(parent, blockSize - DirectoryEntry.DOT_SIZE).writeTo(out);
        out.position(HashIndex.INFO_OFFSET + Integer.BYTES);
        out.put((byte) SuperblockJournal.HALF_MD4)
                .put((byte) HashIndex.INFO_LENGTH)
                .put((byte) levels);
        return indexed(out.array(), HashIndex.ROOT_OFFSET, entries);
    }

    private byte[] node(List<HashIndex.Entry> entries) {
        ByteBuffer out = ByteBuffer.allocate(blockSize);
        new DirectoryEntry(0, blockSize, 0, Bytes.NONE).writeTo(out);
        return indexed(out.array(), HashIndex.NODE_OFFSET, entries);
    }

    private byte[] indexed(byte[] block, int offset, List<HashIndex.Entry> entries) {
        new HashIndex(limit(offset), entries).writeTo(block, offset, checksums, register);
        return block;
    }
}
