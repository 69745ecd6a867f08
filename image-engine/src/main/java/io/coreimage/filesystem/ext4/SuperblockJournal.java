package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the journal is, how names are hashed and what else ext3 brought; the superblock's bytes 0CE to 14F, little-endian.
 *
 * <pre>
 * 0CE ┌ reservedGdtBlocks (2) ┬ journalUuid (16) ┬ journalInode ┬ journalDevice ┬ lastOrphan ┬ hashSeed (16)
 * 0FC ├ hashVersion (1) ┬ journalBackupType (1) ┬ descriptorSize (2) ┬ mountOptions ┬ firstMetaGroup
 * 108 ├ created ┬ journalBackup (68)
 * 150
 * </pre>
 *
 * <p>Where no size is written it is 4.
 *
 * @param reservedGdtBlocks how many blocks are kept behind the descriptors for more of them
 * @param journalUuid the journal on another device; zero
 * @param journalInode the inode of the journal
 * @param journalDevice zero
 * @param lastOrphan the first inode to be deleted at the next mount
 * @param hashSeed where the hashes of names start
 * @param hashVersion {@link #HALF_MD4}
 * @param journalBackupType 1 if the next field but three is filled
 * @param descriptorSize the size of a group descriptor with 64 bits, else 0
 * @param mountOptions {@link #XATTR_AND_ACL}
 * @param firstMetaGroup zero
 * @param created when it was made
 * @param journalBackup the block map of the journal and its size, high and low
 */
record SuperblockJournal(
        int reservedGdtBlocks,
        Guid journalUuid,
        long journalInode,
        long journalDevice,
        long lastOrphan,
        Guid hashSeed,
        int hashVersion,
        int journalBackupType,
        int descriptorSize,
        long mountOptions,
        long firstMetaGroup,
        long created,
        List<Long> journalBackup) {

    static final int SIZE = 130;
    static final int HALF_MD4 = 1;
    static final int XATTR_AND_ACL = 0xC;
    static final int JOURNAL_BACKUP_LENGTH = 17;

    SuperblockJournal {
        journalBackup = List.copyOf(journalBackup);
    }

    static SuperblockJournal readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new SuperblockJournal(
                Unsigned.getShort(in),
                Guid.readFrom(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Guid.readFrom(in),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                getInts(in));
    }

    private static List<Long> getInts(ByteBuffer in) {
        List<Long> ints = new ArrayList<>();
        for (int i = 0; i < JOURNAL_BACKUP_LENGTH; i++) {
            ints.add(Unsigned.getInt(in));
        }
        return ints;
    }

    void writeTo(ByteBuffer bytes) {
        ByteBuffer out = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.putShort((short) reservedGdtBlocks);
        out.put(journalUuid.toBytes());
        out.putInt((int) journalInode);
        out.putInt((int) journalDevice);
        out.putInt((int) lastOrphan);
        out.put(hashSeed.toBytes());
        out.put((byte) hashVersion);
        out.put((byte) journalBackupType);
        out.putShort((short) descriptorSize);
        out.putInt((int) mountOptions);
        out.putInt((int) firstMetaGroup);
        out.putInt((int) created);
        journalBackup.forEach(each -> out.putInt(each.intValue()));
        Unsigned.checkWritten(out, start, SIZE);
    }
}
