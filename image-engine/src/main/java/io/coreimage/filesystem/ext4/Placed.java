package io.coreimage.filesystem.ext4;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member with the blocks that it got.
 * @param member what it is
 * @param mappings where its content stands
 * @param leaves the extents of the same
 * @param nodes the blocks for the nodes of its extent tree
 * @param xattrs its extended attributes in the inode
 * @param xattrBlock the block of the others, or zero
 * @param directory for a directory, what stands in which block
 */
record Placed(
        Member member,
        List<Mapping> mappings,
        List<ExtentLeaf> leaves,
        List<Long> nodes,
        XattrSet xattrs,
        long xattrBlock,
        @Nullable DirectoryLayout directory) {

    long blocks() {
        return mappings.stream().mapToLong(Mapping::count).sum() + nodes.size() + (xattrBlock == 0 ? 0 : 1);
    }
}
