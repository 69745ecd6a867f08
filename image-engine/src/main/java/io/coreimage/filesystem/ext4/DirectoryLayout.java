package io.coreimage.filesystem.ext4;

import java.util.List;

/**
 * Which names of a directory stand in which of its blocks.
 *
 * <p>A directory that fits into a block, and {@code lost+found}, is a list. Any other has an index: block 0 is its root,
 * then come inner nodes where there are too many blocks for a root, then the names in the order of their hashes.
 * @param leaves the names of each block that holds names
 * @param firstHashes with an index, the lowest hash of each, with {@link HashIndex#CONTINUED}; without, nothing
 * @param blocks how many blocks there are, index and empty ones included
 */
record DirectoryLayout(List<List<Name>> leaves, List<Long> firstHashes, int blocks) {

    DirectoryLayout {
        leaves = List.copyOf(leaves);
        firstHashes = List.copyOf(firstHashes);
    }

    boolean hasIndex() {
        return !firstHashes.isEmpty();
    }

    /** Return how many nodes are between the root of the index and the names. */
    int innerNodes() {
        return hasIndex() ? blocks - 1 - leaves.size() : 0;
    }
}
