package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Rounding;
import io.coreimage.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts names into blocks.
 * @param blockSize the size of a block
 * @param checksums whether each block ends in a checksum
 * @param index whether large directories get an index
 * @param hash what the index is sorted by
 */
record DirectoryPacker(int blockSize, boolean checksums, boolean index, NameHash hash) {

    private record Hashed(Name name, long hash) {}

    /** Pack names that keep their order as long as they fit into one block. */
    DirectoryLayout pack(List<Name> names) {
        List<List<Name>> list = listed(names);
        return list.size() == 1 || !index ? new DirectoryLayout(list, List.of(), list.size()) : indexed(names);
    }

    /** Pack names into a list of at least {@code blocks} blocks. */
    DirectoryLayout packList(List<Name> names, int blocks) {
        List<List<Name>> list = listed(names);
        return new DirectoryLayout(list, List.of(), Math.max(blocks, list.size()));
    }

    private int room() {
        return blockSize - (checksums ? DirectoryEntry.TAIL_SIZE : 0);
    }

    private List<List<Name>> listed(List<Name> names) {
        List<List<Name>> blocks = new ArrayList<>();
        List<Name> block = new ArrayList<>();
        int used = 2 * DirectoryEntry.DOT_SIZE;
        for (Name name : names) {
            if (used + name.entrySize() > room()) {
                blocks.add(List.copyOf(block));
                block.clear();
                used = 0;
            }
            block.add(name);
            used += name.entrySize();
        }
        blocks.add(List.copyOf(block));
        return blocks;
    }

    private DirectoryLayout indexed(List<Name> names) {
        List<List<Name>> leaves = new ArrayList<>();
        List<Long> firstHashes = new ArrayList<>();
        List<Name> block = new ArrayList<>();
        int used = room();
        long last = -1;
        for (Hashed each : sorted(names)) {
            if (used + each.name.entrySize() > room()) {
                addLeaf(leaves, block);
                firstHashes.add(each.hash == last ? each.hash | HashIndex.CONTINUED : each.hash);
                used = 0;
            }
            block.add(each.name);
            used += each.name.entrySize();
            last = each.hash;
        }
        addLeaf(leaves, block);
        return new DirectoryLayout(leaves, firstHashes, 1 + innerNodes(leaves.size()) + leaves.size());
    }

    private static void addLeaf(List<List<Name>> leaves, List<Name> block) {
        if (!block.isEmpty()) {
            leaves.add(List.copyOf(block));
            block.clear();
        }
    }

    private Stream<Hashed> hashed(List<Name> names) {
        return names.stream().map(each -> new Hashed(each, hash.of(each.text().getBytes(StandardCharsets.UTF_8))));
    }

    private List<Hashed> sorted(List<Name> names) {
        return hashed(names).sorted(Comparator.comparingLong(Hashed::hash)).toList();
    }

    private int innerNodes(int leaves) {
        int rootLimit = HashIndex.limit(blockSize, HashIndex.ROOT_OFFSET, checksums);
        if (leaves <= rootLimit) {
            return 0;
        }
        int nodes = (int) Rounding.divideUp(leaves, HashIndex.limit(blockSize, HashIndex.NODE_OFFSET, checksums));
        if (nodes > rootLimit) {
            throw new RefusedException("cannot put a directory with " + leaves
                    + " blocks of names into an ext4 file system: its index holds fewer");
        }
        return nodes;
    }
}
