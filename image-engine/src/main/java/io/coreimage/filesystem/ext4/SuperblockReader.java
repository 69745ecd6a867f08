package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Rounding;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a superblock and refuses one that nothing else can be found by. */
final class SuperblockReader {

    /** What can be read here; a journal that has to be replayed is refused with its own words. */
    private static final int READABLE = Ext4Features.FILETYPE
            | Ext4Features.EXTENTS
            | Ext4Features.WIDE
            | Ext4Features.FLEX_BG
            | Ext4Features.CHECKSUM_SEED
            | Ext4Features.LARGE_DIRECTORIES;

    /** What changes the meaning of what is read even for who only reads. */
    private static final int BIGALLOC = 0x200;

    private static final int MAX_LOG_BLOCK_SIZE = 2;

    private final Superblock superblock;
    private final ByteBuffer bytes;
    private final long offset;

    private SuperblockReader(ByteBuffer bytes, long offset) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.offset = offset;
        this.superblock = Superblock.readFrom(bytes.duplicate());
    }

    static boolean isPresent(ByteSource device) throws IOException {
        if (device.size() < Superblock.OFFSET + Superblock.SIZE) {
            return false;
        }
        Superblock superblock = Superblock.readFrom(device.read(Superblock.OFFSET, Superblock.SIZE));
        return superblock.state().magic() == SuperblockState.MAGIC;
    }

    /** Read the first one of a device. */
    static Superblock read(ByteSource device) throws IOException {
        if (device.size() < Superblock.OFFSET + Superblock.SIZE) {
            throw new MalformedException("superblock", Superblock.OFFSET, "the file ends before it does");
        }
        SuperblockReader reader =
                new SuperblockReader(device.read(Superblock.OFFSET, Superblock.SIZE), Superblock.OFFSET);
        reader.checkKind();
        reader.checkChecksum();
        reader.checkShape(device.size());
        return reader.superblock;
    }

    private void refuse(boolean wrong, int field, String reason) {
        if (wrong) {
            throw new MalformedException("superblock", offset + field, reason);
        }
    }

    private void checkKind() {
        refuse(superblock.state().magic() != SuperblockState.MAGIC, 0x38, "the magic number EF53 is missing");
        refuse(
                superblock.state().revision() != SuperblockState.DYNAMIC,
                0x4C,
                "the revision is " + superblock.state().revision());
        Ext4Features features = superblock.features();
        refuse(
                features.incompatible(Ext4Features.RECOVER),
                0x60,
                "the journal has to be replayed first; mount the file system once");
        int unknown = features.incompatible() & ~READABLE;
        refuse(unknown != 0, 0x60, "the incompatible features " + Integer.toHexString(unknown) + " are not known");
        refuse(features.readOnlyCompatible(BIGALLOC), 0x64, "clusters (bigalloc) are not known");
        refuse(
                features.checksums() && superblock.additions().checksumType() != 1,
                0x175,
                "the checksum type is " + superblock.additions().checksumType());
    }

    private void checkChecksum() {
        boolean wrong = superblock.features().checksums()
                && Superblock.checksumOf(bytes) != bytes.getInt(Superblock.CHECKSUM_OFFSET);
        refuse(wrong, Superblock.CHECKSUM_OFFSET, "the checksum is wrong");
    }

    private void checkShape(long deviceSize) {
        SuperblockCounts counts = superblock.counts();
        refuse(
                counts.logBlockSize() > MAX_LOG_BLOCK_SIZE,
                0x18,
                "blocks of 1024 shifted by " + counts.logBlockSize() + " bytes are not supported");
        refuse(counts.logClusterSize() != counts.logBlockSize(), 0x1C, "clusters are no blocks");
        int blockSize = superblock.blockSize();
        refuse(
                superblock.blocks() < 1 || superblock.blocks() > deviceSize / blockSize,
                0x04,
                "it counts " + Long.toUnsignedString(superblock.blocks()) + " blocks, but there is room for "
                        + deviceSize / blockSize);
        refuse(
                counts.firstDataBlock() != (blockSize == 1024 ? 1 : 0)
                        || counts.firstDataBlock() >= superblock.blocks(),
                0x14,
                "the first data block is " + counts.firstDataBlock());
        refuse(
                counts.blocksPerGroup() != 8L * blockSize,
                0x20,
                "groups of " + counts.blocksPerGroup() + " blocks are not supported");
        refuse(counts.clustersPerGroup() != counts.blocksPerGroup(), 0x24, "clusters are no blocks");
        checkInodes(blockSize);
    }

    private void checkInodes(int blockSize) {
        SuperblockCounts counts = superblock.counts();
        SuperblockIdentity identity = superblock.identity();
        SuperblockJournal journal = superblock.journal();
        int size = identity.inodeSize();
        refuse(
                size < Inode.SMALL_SIZE || size > blockSize || Integer.bitCount(size) != 1,
                0x58,
                "inodes have " + size + " bytes");
        long perGroup = counts.inodesPerGroup();
        refuse(
                perGroup < 8 || perGroup > 8L * blockSize || perGroup % 8 != 0,
                0x28,
                "groups have " + perGroup + " inodes");
        refuse(
                counts.inodes() != perGroup * groups(superblock),
                0x00,
                "it counts " + counts.inodes() + " inodes, but its groups have " + perGroup * groups(superblock));
        refuse(identity.firstInode() < Inode.FIRST_ORDINARY, 0x54, "the first inode is " + identity.firstInode());
        boolean wide = superblock.features().wide();
        refuse(
                wide && journal.descriptorSize() != GroupDescriptor.WIDE_SIZE,
                0xFE,
                "descriptors have " + journal.descriptorSize() + " bytes");
        refuse(
                journal.reservedGdtBlocks() > blockSize / Integer.BYTES,
                0xCE,
                journal.reservedGdtBlocks() + " blocks are reserved for descriptors");
    }

    private static long groups(Superblock superblock) {
        SuperblockCounts counts = superblock.counts();
        return Rounding.divideUp(superblock.blocks() - counts.firstDataBlock(), counts.blocksPerGroup());
    }

    /** Return the shape that a superblock which was read describes. */
    static Geometry geometry(Superblock superblock) {
        return new Geometry(
                superblock.features(),
                superblock.blockSize(),
                superblock.blocks(),
                (int) groups(superblock),
                (int) superblock.counts().inodesPerGroup(),
                superblock.identity().inodeSize(),
                superblock.journal().reservedGdtBlocks());
    }
}
