package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the index of a large directory: every name must be where its hash says. */
final class HashIndexCheck {

    private static final long END = 1L << 32;

    private final Volume volume;
    private final long number;
    private final DirectoryReader directory;
    private final long blocks;
    private final int register;
    private final long place;
    private final Set<Long> seen = new HashSet<>();
    private final Map<Long, List<Name>> names = new HashMap<>();
    private final NameHash hash;

    HashIndexCheck(Volume volume, long number, Inode inode, DirectoryReader directory) {
        this.volume = volume;
        this.number = number;
        this.directory = directory;
        this.blocks = inode.size() / volume.blockSize();
        this.register = volume.checksums().ofInodeNumber(number, inode.generation());
        this.place = volume.inodeOffset(number);
        boolean unsigned = (volume.superblock().additions().flags() & SuperblockAdditions.UNSIGNED_HASH) != 0;
        this.hash = NameHash.of(volume.superblock().journal().hashSeed(), !unsigned);
        directory
                .names()
                .forEach(each -> names.computeIfAbsent(each.block(), key -> new ArrayList<>())
                        .add(each.name()));
    }

    private boolean expect(boolean holds, String reason) {
        return volume.findings().expect(holds, "index of directory inode " + number, place, reason);
    }

    void run() {
        byte[] root = directory.index().get(0L);
        if (!expect(root != null, "there is no root") || root == null) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(root).order(ByteOrder.LITTLE_ENDIAN);
        int info = HashIndex.INFO_OFFSET;
        int levels = in.get(info + 6);
        boolean sound = expect(in.getInt(info) == 0, "a reserved field is not zero")
                && expect(
                        in.get(info + 4) == volume.superblock().journal().hashVersion(),
                        "the hash is not that of the rest")
                && expect(in.get(info + 5) == HashIndex.INFO_LENGTH, "its information has another length")
                && expect(levels >= 0 && levels <= 2, "it has " + levels + " levels")
                && expect(in.get(info + 7) == 0, "it has flags")
                && expect(Unsigned.getShort(in, 4) == DirectoryEntry.DOT_SIZE, "\".\" is too long")
                && expect(
                        Unsigned.getShort(in, 4 + DirectoryEntry.DOT_SIZE) == root.length - DirectoryEntry.DOT_SIZE,
                        "\"..\" does not cover the block");
        if (sound && seen.add(0L)) {
            check(root, HashIndex.ROOT_OFFSET, levels, 0, END);
            expect(seen.size() == blocks, "it leads to " + seen.size() + " of " + blocks + " blocks");
        }
    }

    private void check(byte[] block, int offset, int levels, long low, long high) {
        ByteBuffer in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).position(offset);
        int limit = HashIndex.limit(block.length, offset, volume.checksums().enabled());
        int count = Unsigned.getShort(in, offset + 2);
        boolean sound = expect(Unsigned.getShort(in, offset) == limit, "a node has another limit than " + limit)
                && expect(count >= 1 && count <= limit, "a node has " + count + " entries");
        if (!sound) {
            return;
        }
        HashIndex index = HashIndex.readFrom(in);
        expect(
                !volume.checksums().enabled()
                        || index.storedChecksum(in, offset) == index.checksum(block, offset, register),
                "the checksum of a node is wrong");
        for (int i = 0; i < count; i++) {
            long from = i == 0 ? low : index.entries().get(i).hash();
            long to = i + 1 < count ? index.entries().get(i + 1).hash() : high;
            if (expect(from <= to && from >= low, "hashes are not in order")) {
                descend(index.entries().get(i).block(), levels, from, to);
            }
        }
    }

    private void descend(long logical, int levels, long low, long high) {
        if (!expect(logical > 0 && logical < blocks && seen.add(logical), "block " + logical + " is led to twice")) {
            return;
        }
        if (levels == 0) {
            checkLeaf(logical, low, high);
            return;
        }
        byte[] node = directory.index().get(logical);
        if (expect(node != null, "block " + logical + " is no node") && node != null) {
            ByteBuffer in = ByteBuffer.wrap(node).order(ByteOrder.LITTLE_ENDIAN);
            expect(in.getShort(6) == 0, "a node has a name");
            check(node, HashIndex.NODE_OFFSET, levels - 1, low, high);
        }
    }

    /** A hash that the next block continues may stand in both. */
    private void checkLeaf(long logical, long low, long high) {
        if (volume.superblock().journal().hashVersion() != SuperblockJournal.HALF_MD4) {
            return;
        }
        boolean continued = (high & HashIndex.CONTINUED) != 0;
        for (Name each : names.getOrDefault(logical, List.of())) {
            long value = hash.of(each.text().getBytes(StandardCharsets.UTF_8));
            boolean inside = value >= (low & ~HashIndex.CONTINUED)
                    && (continued ? value <= (high & ~HashIndex.CONTINUED) : value < high);
            if (!inside) {
                expect(false, "\"" + each.text() + "\" is in the wrong block");
            }
        }
    }
}
