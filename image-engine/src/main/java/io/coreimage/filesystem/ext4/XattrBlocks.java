package io.coreimage.filesystem.ext4;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives members with equal extended attributes the same block, as long as the format allows. */
final class XattrBlocks {

    private final BlockSpace space;
    private final Map<XattrSet, Shared> current = new HashMap<>();
    private final Map<Long, Shared> all = new LinkedHashMap<>();

    XattrBlocks(BlockSpace space) {
        this.space = space;
    }

    /** A block and how many inodes use it. */
    static final class Shared {

        private final XattrSet content;
        private final long block;
        private int users;

        private Shared(XattrSet content, long block) {
            this.content = content;
            this.block = block;
        }

        byte[] toBytes(int blockSize, Checksums checksums) {
            return content.inBlock(blockSize, users, block, checksums);
        }
    }

    /** Return the block for some attributes; 0 for none. */
    long blockFor(XattrSet content) {
        if (content.isEmpty()) {
            return 0;
        }
        Shared shared = current.get(content);
        if (shared == null || shared.users == XattrHeader.MAX_USERS) {
            shared = new Shared(content, space.takeOne());
            current.put(content, shared);
            all.put(shared.block, shared);
        }
        shared.users++;
        return shared.block;
    }

    Map<Long, Shared> all() {
        return all;
    }
}
