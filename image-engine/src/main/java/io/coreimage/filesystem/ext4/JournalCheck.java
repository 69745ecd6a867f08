package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Unsigned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Looks at the journal, which must be empty. */
final class JournalCheck {

    private static final int CHECKSUMS = 0x18;
    private static final int KNOWN_INCOMPATIBLE = 0x3F;
    private static final int CHECKSUM_OFFSET = 0xFC;

    /** What Linux leaves behind, even without checksums, ends here. */
    private static final int REST_OFFSET = 0x5C;

    private final Volume volume;
    private final InodeSurvey survey;
    private long offset;

    JournalCheck(Volume volume, InodeSurvey survey) {
        this.volume = volume;
        this.survey = survey;
    }

    void run() throws IOException {
        Inode inode = volume.inode(Inode.JOURNAL);
        FileMap map = survey.mapOf(Inode.JOURNAL);
        offset = volume.inodeOffset(Inode.JOURNAL);
        if (!expect(map.isGapless(inode.size() / volume.blockSize()) && inode.size() > 0, 0x04, "it has holes")) {
            return;
        }
        checkBackup(inode);
        long block = map.mappings().get(0).start();
        offset = volume.offset(block);
        byte[] bytes = java.util.Arrays.copyOf(volume.block(block), JournalSuperblock.SIZE);
        check(JournalSuperblock.readFrom(ByteBuffer.wrap(bytes)), inode.size() / volume.blockSize());
        checkRest(ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN));
    }

    private boolean expect(boolean holds, int field, String reason) {
        return volume.findings().expect(holds, "journal", offset + field, reason);
    }

    private void check(JournalSuperblock journal, long blocks) {
        expect(journal.magic() == JournalSuperblock.MAGIC, 0x00, "the magic number C03B3998 is missing");
        expect(journal.type() == JournalSuperblock.VERSION_2, 0x04, "it is of type " + journal.type());
        expect(journal.sequence() == 0, 0x08, "its superblock has a sequence number");
        expect(journal.blockSize() == volume.blockSize(), 0x0C, "it has blocks of " + journal.blockSize() + " bytes");
        expect(journal.blocks() == blocks, 0x10, "it should have " + journal.blocks() + " blocks, but has " + blocks);
        expect(journal.first() == 1, 0x14, "it starts at " + journal.first());
        expect(journal.start() == 0, 0x1C, "it has to be replayed");
        expect(journal.error() == 0, 0x20, "it notes the error " + journal.error());
        expect(journal.compatible() == 0, 0x24, "it has features that are not known");
        expect((journal.incompatible() & ~KNOWN_INCOMPATIBLE) == 0, 0x28, "it has features that are not known");
        expect(journal.readOnlyCompatible() == 0, 0x2C, "it has features that are not known");
        expect(journal.uuid().equals(volume.superblock().identity().uuid()), 0x30, "it belongs to " + journal.uuid());
        expect(journal.users() <= 1, 0x40, "it has " + journal.users() + " users");
    }

    private void checkRest(ByteBuffer bytes) {
        if ((bytes.getInt(0x28) & CHECKSUMS) != 0) {
            int stored = bytes.getInt(CHECKSUM_OFFSET);
            bytes.putInt(CHECKSUM_OFFSET, 0);
            int sum = Crc32c.update(Crc32c.START, bytes, 0, JournalSuperblock.SIZE);
            expect(sum == stored, CHECKSUM_OFFSET, "the checksum is wrong");
            return;
        }
        for (int i = REST_OFFSET; i < JournalSuperblock.SIZE; i++) {
            expect(bytes.get(i) == 0, i, "what nobody uses is not zero");
        }
    }

    private void checkBackup(Inode inode) {
        Superblock superblock = volume.superblock();
        if (superblock.journal().journalBackupType() == 0) {
            return;
        }
        List<Long> expected = new ArrayList<>();
        ByteBuffer map = inode.content().buffer();
        while (map.hasRemaining()) {
            expected.add(Unsigned.getInt(map));
        }
        expected.add(inode.size() >>> 32);
        expected.add(inode.size() & 0xFFFF_FFFFL);
        volume.findings()
                .expect(
                        superblock.journal().journalBackup().equals(expected)
                                && superblock.journal().journalBackupType() == 1,
                        "superblock",
                        Superblock.OFFSET + 0x10CL,
                        "the journal is not where its backup says");
    }
}
