package io.coreimage.filesystem.ext4;

import java.util.List;

/**
 * Where the content of a file stands.
 * @param mappings its blocks, in its order; what is between them is zero
 * @param nodes the blocks that say so, besides the inode
 */
record FileMap(List<Mapping> mappings, List<Long> nodes) {

    static final FileMap NOTHING = new FileMap(List.of(), List.of());

    FileMap {
        mappings = List.copyOf(mappings);
        nodes = List.copyOf(nodes);
    }

    /** Return how many blocks of the disk it takes. */
    long blocks() {
        return mappings.stream().mapToLong(Mapping::count).sum() + nodes.size();
    }

    /** Return how many blocks of the file there are up to the last one that was written. */
    long writtenEnd() {
        long end = 0;
        for (Mapping mapping : mappings) {
            end = mapping.written() ? mapping.logicalEnd() : end;
        }
        return end;
    }

    /** Return whether the first {@code count} blocks are there and no others. */
    boolean isGapless(long count) {
        long next = 0;
        for (Mapping mapping : mappings) {
            if (mapping.logical() != next || !mapping.written()) {
                return false;
            }
            next = mapping.logicalEnd();
        }
        return next == count;
    }
}
