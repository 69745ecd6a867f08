package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;

/** Looks at the fields of the superblock that nothing is found by. */
final class SuperblockCheck {

    private static final int KNOWN_COMPATIBLE = Ext4Features.HAS_JOURNAL
            | Ext4Features.EXT_ATTR
            | Ext4Features.RESIZE_INODE
            | Ext4Features.DIR_INDEX
            | Ext4Features.ORPHAN_FILE;
    private static final int KNOWN_READ_ONLY_COMPATIBLE = Ext4Features.SPARSE_SUPER
            | Ext4Features.LARGE_FILE
            | Ext4Features.HUGE_FILE
            | Ext4Features.DIR_NLINK
            | Ext4Features.EXTRA_ISIZE
            | Ext4Features.METADATA_CHECKSUMS;

    private final Volume volume;
    private final Superblock superblock;
    private final Ext4Features features;

    SuperblockCheck(Volume volume) {
        this.volume = volume;
        this.superblock = volume.superblock();
        this.features = superblock.features();
    }

    void run() {
        checkFeatures();
        checkState();
        checkJournal();
        checkNumbers();
        if (!features.checksums()) {
            checkAbsentChecksums();
        }
    }

    private void expect(boolean holds, int field, String reason) {
        volume.findings().expect(holds, "superblock", Superblock.OFFSET + (long) field, reason);
    }

    private void checkFeatures() {
        int compatible = features.compatible() & ~KNOWN_COMPATIBLE;
        expect(
                compatible == 0,
                0x5C,
                "the compatible features " + Integer.toHexString(compatible) + " are not known to this check");
        int readOnly = features.readOnlyCompatible() & ~KNOWN_READ_ONLY_COMPATIBLE;
        expect(
                readOnly == 0,
                0x64,
                "the read-only compatible features " + Integer.toHexString(readOnly) + " are not known to this check");
        expect(
                superblock.additions().checksumType() == (features.checksums() ? 1 : 0),
                0x175,
                "the checksum type is " + superblock.additions().checksumType());
        expect(
                features.wide()
                        || superblock.journal().descriptorSize() == 0
                        || superblock.journal().descriptorSize() == 32,
                0xFE,
                "descriptors have " + superblock.journal().descriptorSize() + " bytes");
        expect(
                features.compatible(Ext4Features.RESIZE_INODE)
                        || superblock.journal().reservedGdtBlocks() == 0,
                0xCE,
                "blocks are reserved for descriptors, but no inode keeps them");
    }

    private void checkState() {
        expect(
                superblock.state().state() == SuperblockState.CLEAN,
                0x3A,
                "the state is " + superblock.state().state() + ", not clean");
        expect(
                superblock.state().onError() >= 1 && superblock.state().onError() <= 3,
                0x3C,
                "on errors " + superblock.state().onError());
        expect(
                superblock.journal().lastOrphan() == 0,
                0xE8,
                "inode " + superblock.journal().lastOrphan() + " waits to be deleted");
        expect(
                superblock.state().minorRevision() == 0,
                0x3E,
                "the minor revision is " + superblock.state().minorRevision());
        expect(superblock.state().creator() == 0, 0x48, "the creator is not Linux");
        expect(superblock.journal().firstMetaGroup() == 0, 0x104, "descriptors stand in their groups");
        long signs =
                superblock.additions().flags() & (SuperblockAdditions.SIGNED_HASH | SuperblockAdditions.UNSIGNED_HASH);
        expect(
                signs == SuperblockAdditions.SIGNED_HASH || signs == SuperblockAdditions.UNSIGNED_HASH || signs == 0,
                0x160,
                "names count as signed and as unsigned");
        expect(
                superblock.additions().flags() < 8,
                0x160,
                "the flags " + superblock.additions().flags() + " are not known");
    }

    private void checkJournal() {
        boolean journal = features.compatible(Ext4Features.HAS_JOURNAL);
        expect(
                superblock.journal().journalInode() == (journal ? Inode.JOURNAL : 0),
                0xE0,
                "the journal is inode " + superblock.journal().journalInode());
        expect(superblock.journal().journalUuid().equals(Guid.ZERO), 0xD0, "the journal is on another device");
        expect(
                journal || superblock.journal().journalBackupType() == 0,
                0xFD,
                "there is no journal that could have a backup");
        expect(superblock.journal().journalDevice() == 0, 0xE4, "the journal is on another device");
    }

    private void checkNumbers() {
        expect(
                superblock.identity().group() == 0,
                0x5A,
                "it says that it is the copy of group " + superblock.identity().group());
        expect(
                features.compatible(Ext4Features.ORPHAN_FILE)
                        == (superblock.additions().orphanFile() != 0),
                0x280,
                "the orphan file is inode " + superblock.additions().orphanFile());
        expect(superblock.reservedBlocks() <= superblock.blocks(), 0x08, "more blocks are reserved than there are");
        expect(
                superblock.additions().overheadBlocks() <= superblock.blocks(),
                0x248,
                "there is more overhead than blocks");
        expect(
                superblock.identity().firstInode() == Inode.FIRST_ORDINARY,
                0x54,
                "the first inode is " + superblock.identity().firstInode());
        int extra = superblock.identity().inodeSize() - Inode.SMALL_SIZE;
        expect(
                superblock.additions().minExtraSize() <= extra,
                0x15C,
                "inodes have no " + superblock.additions().minExtraSize() + " extra bytes");
        expect(
                superblock.additions().wantedExtraSize() <= extra,
                0x15E,
                "inodes have no " + superblock.additions().wantedExtraSize() + " extra bytes");
        expect(
                superblock.journal().hashVersion() <= 5,
                0xFC,
                "the hash " + superblock.journal().hashVersion() + " is not known");
        expect(superblock.additions().logGroupsPerFlex() < 31, 0x174, "too many groups are one");
    }

    /** Without checksums their places are zero; {@code resize2fs} says even then that it zeroed a table. */
    private void checkAbsentChecksums() {
        int offset = 0;
        for (GroupDescriptor each : volume.descriptors()) {
            boolean zero = (each.flags() & ~GroupDescriptor.TABLE_ZEROED) == 0
                    && each.checksum() == 0
                    && each.unusedInodes() == 0
                    && each.blockBitmapChecksum() == 0
                    && each.inodeBitmapChecksum() == 0;
            volume.findings()
                    .expect(
                            zero,
                            "group descriptor",
                            volume.descriptorOffset(volume.geometry().firstDataBlock(), offset),
                            "it has flags or checksums, which the file system has not");
            offset++;
        }
    }
}
