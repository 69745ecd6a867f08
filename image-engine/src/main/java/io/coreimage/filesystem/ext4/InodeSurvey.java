package io.coreimage.filesystem.ext4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads all inodes in their order and compares each with itself. */
final class InodeSurvey {

    private final Volume volume;
    private final Map<Long, InodeFacts> facts = new TreeMap<>();
    private final Map<Long, FileMap> maps = new HashMap<>();
    private final Map<Long, Integer> xattrUsers = new HashMap<>();
    private final BitSet[] bitmaps;

    InodeSurvey(Volume volume) {
        this.volume = volume;
        this.bitmaps = new BitSet[volume.geometry().groups()];
    }

    /** Return what is known of all inodes in use, by their numbers. */
    Map<Long, InodeFacts> facts() {
        return facts;
    }

    /** Return where the names of a directory, or the journal, stand. */
    FileMap mapOf(long number) {
        return maps.getOrDefault(number, FileMap.NOTHING);
    }

    /** Return which inodes of a group are in use. */
    BitSet bitmap(int group) {
        return bitmaps[group];
    }

    void run() throws IOException {
        for (int group = 0; group < bitmaps.length; group++) {
            bitmaps[group] = new InodeBitmapCheck(volume, group).read();
            survey(group);
        }
        checkXattrUsers();
    }

    private void survey(int group) throws IOException {
        Geometry geometry = volume.geometry();
        long first = (long) group * geometry.inodesPerGroup() + 1;
        long initialized =
                geometry.inodesPerGroup() - volume.descriptors().get(group).unusedInodes();
        for (int index = 0; index < initialized; index++) {
            if (bitmaps[group].get(index)) {
                surveyUsed(first + index);
            } else {
                checkUnused(first + index);
            }
        }
    }

    private void surveyUsed(long number) throws IOException {
        if (isReserved(number)) {
            checkReserved(number);
            return;
        }
        Inode inode = volume.inode(number);
        facts.put(number, new InodeFacts(inode.type(), inode.links()));
        FileMap map = new InodeCheck(volume, number, inode).run();
        if (inode.type() == Inode.DIRECTORY || number == Inode.JOURNAL) {
            maps.put(number, map);
        }
        countXattrs(number, inode);
    }

    /** Some low numbers belong to nobody, or to nobody any more. */
    private boolean isReserved(long number) {
        Ext4Features features = volume.geometry().features();
        boolean special = number == Inode.ROOT
                || (number == Inode.JOURNAL && features.compatible(Ext4Features.HAS_JOURNAL))
                || (number == Inode.RESIZE && features.compatible(Ext4Features.RESIZE_INODE));
        return number < Inode.FIRST_ORDINARY && !special;
    }

    private void checkReserved(long number) throws IOException {
        boolean unused = volume.isZeroInode(number) || volume.inode(number).links() == 0;
        expect(unused, number, 0, "it is reserved, but in use");
    }

    /** What was never used is zero; what was deleted has no name, and a checksum. */
    private void checkUnused(long number) throws IOException {
        if (!volume.isZeroInode(number)) {
            expect(volume.inode(number).links() == 0, number, 0x1A, "it is free, but has names");
        }
    }

    private void countXattrs(long number, Inode inode) throws IOException {
        new XattrReader(volume, number).read(inode);
        long block = inode.xattrBlock();
        if (volume.isBlock(block) && xattrUsers.merge(block, 1, Integer::sum) == 1) {
            volume.claim(block, 1, "inode " + number, volume.inodeOffset(number) + 0x68);
        }
    }

    private void checkXattrUsers() throws IOException {
        for (Map.Entry<Long, Integer> each : xattrUsers.entrySet()) {
            XattrHeader header = XattrHeader.readFrom(ByteBuffer.wrap(volume.block(each.getKey())));
            volume.findings()
                    .expect(
                            header.users() == each.getValue(),
                            "extended attributes",
                            volume.offset(each.getKey()) + 4,
                            header.users() + " inodes should use the block, but " + each.getValue() + " do");
        }
    }

    private void expect(boolean holds, long number, int field, String reason) {
        volume.findings().expect(holds, "inode " + number, volume.inodeOffset(number) + field, reason);
    }
}
