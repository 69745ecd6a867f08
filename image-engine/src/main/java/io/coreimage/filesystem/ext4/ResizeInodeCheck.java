package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Compares the inode that keeps room for descriptors with the one that would be made. */
final class ResizeInodeCheck {

    private static final int DOUBLE_INDIRECT_OFFSET = 13 * Integer.BYTES;

    private final Volume volume;
    private final Inode inode;

    ResizeInodeCheck(Volume volume, Inode inode) {
        this.volume = volume;
        this.inode = inode;
    }

    /** Return how many blocks it takes. */
    long run() throws IOException {
        long offset = volume.inodeOffset(Inode.RESIZE) + Inode.CONTENT_OFFSET;
        long block = Unsigned.getInt(inode.content().buffer(), DOUBLE_INDIRECT_OFFSET);
        ResizeInode expected = new ResizeInode(volume.geometry(), block);
        boolean sound = expect(inode.content().equals(expected.content()), offset, "it maps more than one block")
                && expect(volume.isBlock(block), offset + DOUBLE_INDIRECT_OFFSET, "block " + block + " is not there")
                && volume.claim(block, 1, "resize inode", offset + DOUBLE_INDIRECT_OFFSET);
        expect(inode.size() == expected.size(), offset, "its size is " + inode.size());
        if (sound) {
            compare(expected.blocks());
        }
        return expected.blockCount();
    }

    private void compare(Map<Long, byte[]> blocks) throws IOException {
        for (Map.Entry<Long, byte[]> each : blocks.entrySet()) {
            if (volume.isBlock(each.getKey())) {
                int difference = Arrays.mismatch(each.getValue(), volume.block(each.getKey()));
                expect(difference < 0, volume.offset(each.getKey()) + difference, "a block number is wrong");
            }
        }
    }

    private boolean expect(boolean holds, long offset, String reason) {
        return volume.findings().expect(holds, "resize inode", offset, reason);
    }
}
