package io.coreimage.filesystem.ext4;

import java.io.IOException;
import java.util.BitSet;
import java.util.Map;

/** Compares the bitmaps and counts of all groups with what was found to be in use. */
final class GroupCheck {

    private final Volume volume;
    private final Geometry geometry;
    private final InodeSurvey survey;
    private final long[] directories;
    private long freeBlocks;
    private long freeInodes;

    GroupCheck(Volume volume, InodeSurvey survey) {
        this.volume = volume;
        this.geometry = volume.geometry();
        this.survey = survey;
        this.directories = new long[geometry.groups()];
    }

    void run() throws IOException {
        for (Map.Entry<Long, InodeFacts> each : survey.facts().entrySet()) {
            directories[(int) ((each.getKey() - 1) / geometry.inodesPerGroup())] +=
                    each.getValue().isDirectory() ? 1 : 0;
        }
        for (int group = 0; group < geometry.groups(); group++) {
            check(group);
        }
        Superblock superblock = volume.superblock();
        expectTotal(
                superblock.freeBlocks() == freeBlocks,
                0x0C,
                superblock.freeBlocks() + " blocks should be free, but " + freeBlocks + " are");
        expectTotal(
                superblock.counts().freeInodes() == freeInodes,
                0x10,
                superblock.counts().freeInodes() + " inodes should be free, but " + freeInodes + " are");
    }

    private void expectTotal(boolean holds, int field, String reason) {
        volume.findings().expect(holds, "superblock", Superblock.OFFSET + (long) field, reason);
    }

    private void check(int group) throws IOException {
        int start = Math.toIntExact(geometry.groupStart(group));
        int count = Math.toIntExact(geometry.groupEnd(group) - start);
        BitSet used = volume.claimed().get(start, start + count);
        GroupDescriptor descriptor = volume.descriptors().get(group);
        if (!descriptor.has(GroupDescriptor.BLOCKS_UNUSED)) {
            compareBitmap(group, used, count);
        }
        long free = (long) count - used.cardinality();
        freeBlocks += free;
        freeInodes += geometry.inodesPerGroup() - survey.bitmap(group).cardinality();
        expect(
                descriptor.freeBlocks() == free,
                group,
                0x0C,
                "it should have " + descriptor.freeBlocks() + " free blocks, but has " + free);
        expect(
                descriptor.directories() == directories[group],
                group,
                0x10,
                "it should have " + descriptor.directories() + " directories, but has " + directories[group]);
        int known = GroupDescriptor.INODES_UNUSED | GroupDescriptor.BLOCKS_UNUSED | GroupDescriptor.TABLE_ZEROED;
        expect((descriptor.flags() & ~known) == 0, group, 0x12, "the flags are " + descriptor.flags());
    }

    private void expect(boolean holds, int group, int field, String reason) {
        volume.findings()
                .expect(
                        holds,
                        "group descriptor",
                        volume.descriptorOffset(geometry.firstDataBlock(), group) + field,
                        "group " + group + ": " + reason);
    }

    private void compareBitmap(int group, BitSet used, int count) throws IOException {
        GroupDescriptor descriptor = volume.descriptors().get(group);
        byte[] bytes = volume.block(descriptor.blockBitmap());
        long offset = volume.offset(descriptor.blockBitmap());
        expectBitmap(
                BitmapChecksum.isSound(
                        volume, bytes, geometry.blocksPerGroup() / Byte.SIZE, descriptor.blockBitmapChecksum()),
                offset,
                "the checksum of group " + group + " is wrong");
        BitSet stored = BitSet.valueOf(bytes);
        int padding = stored.nextClearBit(count);
        expectBitmap(
                padding >= geometry.blocksPerGroup(),
                offset + padding / Byte.SIZE,
                "a bit behind the last block is clear");
        BitSet difference = stored.get(0, count);
        difference.xor(used);
        int first = difference.nextSetBit(0);
        expectBitmap(
                first < 0,
                offset + first / Byte.SIZE,
                "block " + (geometry.groupStart(group) + first) + " is "
                        + (first >= 0 && used.get(first) ? "in use, but marked free" : "free, but marked in use"));
    }

    private void expectBitmap(boolean holds, long offset, String reason) {
        volume.findings().expect(holds, "block bitmap", offset, reason);
    }
}
