package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.Flaw;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.util.List;

/**
 * Finds what is wrong with a file system: every checksum, and every number that is written down twice.
 *
 * <p>The order: superblock and descriptors, what the inodes say, what the directories say of them, what the bitmaps say
 * of both, and at last the copies.
 */
final class Ext4Check {

    private final Volume volume;

    private Ext4Check(Volume volume) {
        this.volume = volume;
    }

    static List<Flaw> check(ByteSource device) throws IOException {
        Findings findings = Findings.collecting();
        try {
            new Ext4Check(Volume.open(device, findings)).run();
        } catch (MalformedException ex) {
            findings.add(ex.toFlaw());
        }
        return findings.sorted();
    }

    private void run() throws IOException {
        new SuperblockCheck(volume).run();
        if (!volume.findings().sorted().isEmpty()) {
            return; // tables in wrong places would only be found again and again
        }
        claimTables();
        InodeSurvey survey = new InodeSurvey(volume);
        survey.run();
        new DirectoryCheck(volume, survey).run();
        new GroupCheck(volume, survey).run();
        new CopyCheck(volume).run();
        if (volume.geometry().features().compatible(Ext4Features.HAS_JOURNAL)) {
            new JournalCheck(volume, survey).run();
        }
    }

    private void claimTables() {
        Geometry geometry = volume.geometry();
        for (int group = 0; group < geometry.groups(); group++) {
            long place = volume.descriptorOffset(geometry.firstDataBlock(), group);
            GroupDescriptor descriptor = volume.descriptors().get(group);
            int copy =
                    (int) Math.min(geometry.copyBlocks(group), geometry.groupEnd(group) - geometry.groupStart(group));
            if (copy > 0) {
                volume.claim(geometry.groupStart(group), copy, "group " + group, place);
            }
            volume.claim(descriptor.blockBitmap(), 1, "group descriptor", place);
            volume.claim(descriptor.inodeBitmap(), 1, "group descriptor", place + 4);
            volume.claim(descriptor.inodeTable(), geometry.inodeTableBlocks(), "group descriptor", place + 8);
        }
    }
}
