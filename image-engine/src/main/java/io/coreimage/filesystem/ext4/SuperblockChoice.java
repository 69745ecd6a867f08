package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Guid;
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
        Ext4Features features = geometry.features();
        long reserved = geometry.blocks() * options.reservedPercent() / 100;
        long free = layout.space().free();
        long time = options.created().getEpochSecond();
        int highByte = (int) (time >> 32);
        int logBlockSize = Integer.numberOfTrailingZeros(geometry.blockSize() / 1024);
        boolean hasJournal = journal.length() > 0;
        long overhead = layout.places().overhead() + geometry.journalBlocks();
        return new Superblock(
                geometry.inodes(),
                low(geometry.blocks()),
                low(reserved),
                low(free),
                freeInodes,
                geometry.firstDataBlock(),
                logBlockSize,
                logBlockSize,
                geometry.blocksPerGroup(),
                geometry.blocksPerGroup(),
                geometry.inodesPerGroup(),
                0,
                low(time),
                0,
                NEVER,
                Superblock.MAGIC,
                Superblock.CLEAN,
                CONTINUE,
                0,
                low(time),
                0,
                0,
                Superblock.DYNAMIC,
                0,
                0,
                Inode.FIRST_ORDINARY,
                geometry.inodeSize(),
                0,
                features.compatible(),
                features.incompatible(),
                features.readOnlyCompatible(),
                ids.uuid(),
                options.label(),
                geometry.reservedGdtBlocks(),
                Guid.ZERO,
                hasJournal ? Inode.JOURNAL : 0,
                0,
                0,
                ids.hashSeed(),
                Superblock.HALF_MD4,
                hasJournal ? 1 : 0,
                features.wide() ? GroupDescriptor.WIDE_SIZE : 0,
                Superblock.XATTR_AND_ACL,
                0,
                low(time),
                backup(journal),
                high(geometry.blocks()),
                high(reserved),
                high(free),
                Inode.EXTRA_SIZE,
                Inode.EXTRA_SIZE,
                Superblock.SIGNED_HASH,
                features.flexibleGroups() ? LOG_GROUPS_PER_FLEX : 0,
                features.checksums() ? 1 : 0,
                0,
                overhead,
                0,
                highByte,
                0,
                highByte,
                highByte,
                0,
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
            return Collections.nCopies(Superblock.JOURNAL_BACKUP_LENGTH, 0L);
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
