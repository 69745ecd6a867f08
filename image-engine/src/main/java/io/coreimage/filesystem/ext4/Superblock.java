package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is true of the whole file system; little-endian. It stands at byte 1024, and a copy at the start of some groups.
 *
 * <pre>
 * 000 ├ inodes ┬ blocksLow ┬ reservedBlocksLow ┬ freeBlocksLow ┬ freeInodes ┬ firstDataBlock
 * 018 ├ logBlockSize ┬ logClusterSize ┬ blocksPerGroup ┬ clustersPerGroup ┬ inodesPerGroup
 * 02C ├ mounted ┬ writtenTime ┬ mountCount ┬ maxMountCount ┬ magic ┬ state ┬ onError
 * 03E ├ minorRevision ┬ checked ┬ checkInterval ┬ creator ┬ revision ┬ reservedUid ┬ reservedGid
 * 054 ├ firstInode ┬ inodeSize ┬ group ┬ compatible ┬ incompatible ┬ readOnlyCompatible ┬ uuid
 * 078 ├ label
 * 088 ├ (70 bytes that nobody here uses: 0x88 last mounted at (64 bytes), 0xC8 algorithms, 0xCC preallocation)
 * 0CE ├ reservedGdtBlocks ┬ journalUuid ┬ journalInode ┬ journalDevice ┬ lastOrphan ┬ hashSeed
 * 0FC ├ hashVersion ┬ journalBackupType ┬ descriptorSize ┬ mountOptions ┬ firstMetaGroup ┬ created
 * 10C ├ journalBackup ┬ blocksHigh ┬ reservedBlocksHigh ┬ freeBlocksHigh ┬ minExtraSize
 * 15E ├ wantedExtraSize ┬ flags
 * 164 ├ (16 bytes that nobody here uses: 0x164 RAID stride, 0x166 and 0x168 multiple mount protection, 0x170 RAID width)
 * 174 ├ logGroupsPerFlex ┬ checksumType
 * 176 ├ (2 bytes that nobody here uses: 0x176 encryption level, reserved)
 * 178 ├ kilobytesWritten
 * 180 ├ (200 bytes that nobody here uses: 0x180 snapshots, 0x194 errors, 0x200 mount options, 0x240 quota)
 * 248 ├ overheadBlocks
 * 24C ├ (36 bytes that nobody here uses: 0x24C backup groups, 0x254 encryption, 0x268 lost and found, 0x26C quota)
 * 270 ├ checksumSeed ┬ writtenTimeHigh ┬ mountedHigh ┬ createdHigh ┬ checkedHigh
 * 278 ├ (8 bytes that nobody here uses: 0x278 error times and codes, 0x27C encoding)
 * 280 ├ orphanFile
 * 284 ├ (376 bytes that nobody here uses: 0x284 reserved)
 * 3FC ├ checksum
 * 400 = SIZE
 * </pre>
 *
 * @param inodes how many inodes there are
 * @param blocksLow how many blocks there are; low half
 * @param reservedBlocksLow how many only root may fill; low half
 * @param freeBlocksLow how many are free; low half
 * @param freeInodes how many inodes are free
 * @param firstDataBlock 1 with blocks of 1024 bytes, where block 0 belongs to a boot loader, else 0
 * @param logBlockSize the size of a block is 1024 shifted by this
 * @param logClusterSize the same
 * @param blocksPerGroup how many blocks a group has
 * @param clustersPerGroup the same
 * @param inodesPerGroup how many inodes a group has
 * @param mounted when it was last mounted
 * @param writtenTime when it was last written
 * @param mountCount how often it was mounted since the last check
 * @param maxMountCount after how many mounts to check it; FFFF never
 * @param magic {@link #MAGIC}
 * @param state {@link #CLEAN}, or what is wrong
 * @param onError what the kernel does at an error; 1 goes on
 * @param minorRevision zero
 * @param checked when it was last checked
 * @param checkInterval after how many seconds to check it; 0 never
 * @param creator the operating system; 0 is Linux
 * @param revision {@link #DYNAMIC}
 * @param reservedUid who may fill the reserved blocks
 * @param reservedGid which group may fill them
 * @param firstInode the first inode that is nothing special
 * @param inodeSize the size of an inode in bytes
 * @param group the group that this copy stands in
 * @param compatible features
 * @param incompatible features
 * @param readOnlyCompatible features
 * @param uuid the name of this very file system
 * @param label the name as people read it
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
 * @param blocksHigh high half
 * @param reservedBlocksHigh high half
 * @param freeBlocksHigh high half
 * @param minExtraSize how many bytes behind the first 128 every inode has in use
 * @param wantedExtraSize how many new ones should
 * @param flags {@link #SIGNED_HASH} or {@link #UNSIGNED_HASH}
 * @param logGroupsPerFlex how many groups keep their tables together, as a power of two
 * @param checksumType 1 (CRC-32C) with metadata checksums
 * @param kilobytesWritten zero
 * @param overheadBlocks how many blocks can never hold data
 * @param checksumSeed where checksums start if that is no function of the UUID
 * @param writtenTimeHigh the fifth byte of the time
 * @param mountedHigh the fifth byte of the time
 * @param createdHigh the fifth byte of the time
 * @param checkedHigh the fifth byte of the time
 * @param orphanFile the inode of the orphan file
 * @param checksum CRC-32C of all bytes before it
 */
record Superblock(
        long inodes,
        long blocksLow,
        long reservedBlocksLow,
        long freeBlocksLow,
        long freeInodes,
        long firstDataBlock,
        long logBlockSize,
        long logClusterSize,
        long blocksPerGroup,
        long clustersPerGroup,
        long inodesPerGroup,
        long mounted,
        long writtenTime,
        int mountCount,
        int maxMountCount,
        int magic,
        int state,
        int onError,
        int minorRevision,
        long checked,
        long checkInterval,
        long creator,
        long revision,
        int reservedUid,
        int reservedGid,
        long firstInode,
        int inodeSize,
        int group,
        long compatible,
        long incompatible,
        long readOnlyCompatible,
        Guid uuid,
        String label,
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
        List<Long> journalBackup,
        long blocksHigh,
        long reservedBlocksHigh,
        long freeBlocksHigh,
        int minExtraSize,
        int wantedExtraSize,
        long flags,
        int logGroupsPerFlex,
        int checksumType,
        long kilobytesWritten,
        long overheadBlocks,
        long checksumSeed,
        int writtenTimeHigh,
        int mountedHigh,
        int createdHigh,
        int checkedHigh,
        long orphanFile,
        long checksum) {

    static final int SIZE = 1024;

    /** Where the first one stands, in bytes. */
    static final int OFFSET = 1024;

    static final int MAGIC = 0xEF53;
    static final int CLEAN = 1;
    static final int DYNAMIC = 1;
    static final int HALF_MD4 = 1;
    static final int XATTR_AND_ACL = 0xC;
    static final int SIGNED_HASH = 1;
    static final int UNSIGNED_HASH = 2;
    static final int JOURNAL_BACKUP_LENGTH = 17;

    static final int GROUP_OFFSET = 0x5A;
    static final int CHECKSUM_OFFSET = 0x3FC;

    Superblock {
        journalBackup = List.copyOf(journalBackup);
    }

    static Superblock readFrom(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new Superblock(
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getGuid(in),
                getLabel(in),
                Unsigned.getShort(skip(in, 70)),
                Unsigned.getGuid(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getGuid(in),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                getInts(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getInt(in),
                Unsigned.getShort(in),
                Unsigned.getShort(in),
                Unsigned.getInt(in),
                Unsigned.getByte(skip(in, 16)),
                Unsigned.getByte(in),
                skip(in, 2).getLong(),
                Unsigned.getInt(skip(in, 200)),
                Unsigned.getInt(skip(in, 36)),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getByte(in),
                Unsigned.getInt(skip(in, 8)),
                Unsigned.getInt(skip(in, 376)));
    }

    private static ByteBuffer skip(ByteBuffer in, int count) {
        Unsigned.skip(in, count);
        return in;
    }

    private static String getLabel(ByteBuffer in) {
        byte[] text = new byte[Ext4Options.MAX_LABEL_LENGTH];
        in.get(text);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    private static void putLabel(ByteBuffer out, String text) {
        out.put(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), Ext4Options.MAX_LABEL_LENGTH));
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
        out.putInt((int) inodes);
        out.putInt((int) blocksLow);
        out.putInt((int) reservedBlocksLow);
        out.putInt((int) freeBlocksLow);
        out.putInt((int) freeInodes);
        out.putInt((int) firstDataBlock);
        out.putInt((int) logBlockSize);
        out.putInt((int) logClusterSize);
        out.putInt((int) blocksPerGroup);
        out.putInt((int) clustersPerGroup);
        out.putInt((int) inodesPerGroup);
        out.putInt((int) mounted);
        out.putInt((int) writtenTime);
        out.putShort((short) mountCount);
        out.putShort((short) maxMountCount);
        out.putShort((short) magic);
        out.putShort((short) state);
        out.putShort((short) onError);
        out.putShort((short) minorRevision);
        out.putInt((int) checked);
        out.putInt((int) checkInterval);
        out.putInt((int) creator);
        out.putInt((int) revision);
        out.putShort((short) reservedUid);
        out.putShort((short) reservedGid);
        out.putInt((int) firstInode);
        out.putShort((short) inodeSize);
        out.putShort((short) group);
        out.putInt((int) compatible);
        out.putInt((int) incompatible);
        out.putInt((int) readOnlyCompatible);
        out.put(uuid.toBytes());
        putLabel(out, label);
        out.put(new byte[70]);
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
        out.putInt((int) blocksHigh);
        out.putInt((int) reservedBlocksHigh);
        out.putInt((int) freeBlocksHigh);
        out.putShort((short) minExtraSize);
        out.putShort((short) wantedExtraSize);
        out.putInt((int) flags);
        out.put(new byte[16]);
        out.put((byte) logGroupsPerFlex);
        out.put((byte) checksumType);
        out.put(new byte[2]);
        out.putLong(kilobytesWritten);
        out.put(new byte[200]);
        out.putInt((int) overheadBlocks);
        out.put(new byte[36]);
        out.putInt((int) checksumSeed);
        out.put((byte) writtenTimeHigh);
        out.put((byte) mountedHigh);
        out.put((byte) createdHigh);
        out.put((byte) checkedHigh);
        out.put(new byte[8]);
        out.putInt((int) orphanFile);
        out.put(new byte[376]);
        out.putInt((int) checksum);
        Unsigned.checkWritten(out, start, SIZE);
    }

    /** Return the bytes of the copy in a group, with the checksum that they earn. */
    byte[] sealedFor(int copyGroup) {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        writeTo(bytes);
        bytes.putShort(GROUP_OFFSET, (short) copyGroup);
        bytes.putInt(CHECKSUM_OFFSET, features().checksums() ? checksumOf(bytes) : 0);
        return bytes.array();
    }

    /** Return the checksum of a superblock, whatever stands in its place. */
    static int checksumOf(ByteBuffer bytes) {
        return Crc32c.update(Crc32c.START, bytes, 0, CHECKSUM_OFFSET);
    }

    Ext4Features features() {
        return new Ext4Features((int) compatible, (int) incompatible, (int) readOnlyCompatible);
    }

    long blocks() {
        return wide(blocksLow, blocksHigh);
    }

    long freeBlocks() {
        return wide(freeBlocksLow, freeBlocksHigh);
    }

    long reservedBlocks() {
        return wide(reservedBlocksLow, reservedBlocksHigh);
    }

    private long wide(long low, long high) {
        return features().wide() ? low | (high << 32) : low;
    }

    int blockSize() {
        return 1024 << logBlockSize;
    }

    /** Return the register that the checksums of everything else start from. */
    int seed() {
        return features().incompatible(Ext4Features.CHECKSUM_SEED)
                ? (int) checksumSeed
                : Crc32c.update(Crc32c.START, uuid.toBytes());
    }
}
