package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Unsigned;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Fills in the superblock of a new file system. */
final class SuperblockChoice {

    private static final int NEVER = 0xFFFF;
    private static final int CONTINUE = 1;
    private static final int LOG_GROUPS_PER_FLEX = Integer.numberOfTrailingZeros(Geometry.GROUPS_PER_FLEX);
    private static final long NARROW = 0xFFFF_FFFFL;

    private final Layout layout;
    private final Geometry geometry;
    private final Ext4Options options;
    private final Ext4Ids ids;

    SuperblockChoice(Layout layout, Ext4Options options, Ext4Ids ids) {
        this.layout = layout;
        this.geometry = layout.geometry();
        this.options = options;
        this.ids = ids;
    }

    /**
     * Return the superblock.
     * @param freeInodes how many inodes are free
     * @param journal the root of the journal's extents, or nothing
     */
    Superblock choose(long freeInodes, Bytes journal) {
        return new Superblock(counts(freeInodes), state(), identity(), journal(journal), additions(), 0);
    }

    private SuperblockCounts counts(long freeInodes) {
        int logBlockSize = Integer.numberOfTrailingZeros(geometry.blockSize() / 1024);
        return new SuperblockCounts(
                geometry.inodes(),
                low(geometry.blocks()),
                low(reservedBlocks()),
                low(layout.space().free()),
                freeInodes,
                geometry.firstDataBlock(),
                logBlockSize,
                logBlockSize,
                geometry.blocksPerGroup(),
                geometry.blocksPerGroup(),
                geometry.inodesPerGroup());
    }

    private long reservedBlocks() {
        return geometry.blocks() * options.reservedPercent() / 100;
    }

    private long time() {
        return options.created().getEpochSecond();
    }

    private SuperblockState state() {
        return new SuperblockState(
                0,
                low(time()),
                0,
                NEVER,
                SuperblockState.MAGIC,
                SuperblockState.CLEAN,
                CONTINUE,
                0,
                low(time()),
                0,
                0,
                SuperblockState.DYNAMIC,
                0,
                0);
    }

    private SuperblockIdentity identity() {
        Ext4Features features = geometry.features();
        return new SuperblockIdentity(
                Inode.FIRST_ORDINARY,
                geometry.inodeSize(),
                0,
                features.compatible(),
                features.incompatible(),
                features.readOnlyCompatible(),
                ids.uuid(),
                options.label());
    }

    private SuperblockJournal journal(Bytes journal) {
        boolean hasJournal = journal.length() > 0;
        return new SuperblockJournal(
                geometry.reservedGdtBlocks(),
                Guid.ZERO,
                hasJournal ? Inode.JOURNAL : 0,
                0,
                0,
                ids.hashSeed(),
                SuperblockJournal.HALF_MD4,
                hasJournal ? 1 : 0,
                geometry.features().wide() ? GroupDescriptor.WIDE_SIZE : 0,
                SuperblockJournal.XATTR_AND_ACL,
                0,
                low(time()),
                backup(journal));
    }

    private SuperblockAdditions additions() {
        Ext4Features features = geometry.features();
        int highByte = (int) high(time());
        return new SuperblockAdditions(
                high(geometry.blocks()),
                high(reservedBlocks()),
                high(layout.space().free()),
                Inode.EXTRA_SIZE,
                Inode.EXTRA_SIZE,
                SuperblockAdditions.SIGNED_HASH,
                features.flexibleGroups() ? LOG_GROUPS_PER_FLEX : 0,
                features.checksums() ? 1 : 0,
                0,
                layout.places().overhead() + geometry.journalBlocks(),
                0,
                highByte,
                0,
                highByte,
                highByte,
                0);
    }

    private static long low(long value) {
        return value & NARROW;
    }

    private static long high(long value) {
        return value >>> 32;
    }

    /** The place of the journal is written down twice, should its inode be lost. */
    private List<Long> backup(Bytes journal) {
        if (journal.length() == 0) {
            return Collections.nCopies(SuperblockJournal.JOURNAL_BACKUP_LENGTH, 0L);
        }
        List<Long> backup = new ArrayList<>();
        ByteBuffer map = journal.buffer();
        while (map.hasRemaining()) {
            backup.add(Unsigned.getInt(map));
        }
        long size = (long) geometry.journalBlocks() * geometry.blockSize();
        backup.add(high(size));
        backup.add(low(size));
        return backup;
    }
}
