package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file system that is read: its blocks, its inodes, and which blocks were met already. Whatever maps other blocks is
 * met once, so that no bytes, however they are made, keep a reader busy for longer than a pass over them.
 */
final class Volume {

    private static final int CACHED_BLOCKS = 128;

    private final ByteSource device;
    private final Superblock superblock;
    private final Geometry geometry;
    private final Checksums checksums;
    private final Findings findings;
    private final List<GroupDescriptor> descriptors;
    private final byte[] zeroInode;
    private final BitSet claimed = new BitSet();
    private final Map<Long, List<Xattr>> xattrBlocks = new HashMap<>();
    private final Map<Long, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true);

    private Volume(ByteSource device, Superblock superblock, Findings findings) throws IOException {
        this.device = device;
        this.superblock = superblock;
        this.geometry = SuperblockReader.geometry(superblock);
        this.checksums = Checksums.of(superblock);
        this.findings = findings;
        this.zeroInode = new byte[geometry.inodeSize()];
        this.descriptors = readDescriptors(geometry.firstDataBlock());
    }

    static Volume open(ByteSource device, Findings findings) throws IOException {
        Volume volume = new Volume(device, SuperblockReader.read(device), findings);
        volume.checkDescriptors();
        return volume;
    }

    ByteSource device() {
        return device;
    }

    Superblock superblock() {
        return superblock;
    }

    Geometry geometry() {
        return geometry;
    }

    Checksums checksums() {
        return checksums;
    }

    Findings findings() {
        return findings;
    }

    List<GroupDescriptor> descriptors() {
        return descriptors;
    }

    int blockSize() {
        return geometry.blockSize();
    }

    /** Return the place of a block in bytes. */
    long offset(long block) {
        return block * blockSize();
    }

    boolean isBlock(long block) {
        return block >= geometry.firstDataBlock() && block < geometry.blocks() && block > 0;
    }

    /** Return whether all blocks of a run are blocks of this file system. */
    boolean areBlocks(long start, long count) {
        return isBlock(start) && count > 0 && count <= geometry.blocks() - start;
    }

    /** Return the bytes of a block; nobody changes them. */
    byte[] block(long number) throws IOException {
        byte[] known = cache.get(number);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[blockSize()];
        device.read(offset(number), blockSize()).get(bytes);
        if (cache.size() >= CACHED_BLOCKS) {
            cache.remove(cache.keySet().iterator().next());
        }
        cache.put(number, bytes);
        return bytes;
    }

    /** Note that somebody uses some blocks; return whether nobody did before. */
    boolean claim(long start, long count, String structure, long offset) {
        int from = Math.toIntExact(start);
        int to = Math.toIntExact(start + count);
        int used = claimed.nextSetBit(from);
        claimed.set(from, to);
        return findings.expect(
                used < 0 || used >= to, structure, offset, "block " + used + " belongs to something else too");
    }

    BitSet claimed() {
        return claimed;
    }

    /** Return the attributes of blocks that were read, which several inodes may share. */
    Map<Long, List<Xattr>> xattrBlocks() {
        return xattrBlocks;
    }

    private List<GroupDescriptor> readDescriptors(long superblockBlock) throws IOException {
        List<GroupDescriptor> all = new ArrayList<>();
        for (int group = 0; group < geometry.groups(); group++) {
            all.add(GroupDescriptor.readFrom(ByteBuffer.wrap(descriptorBytes(superblockBlock, group))));
        }
        return all;
    }

    /** Return the place of a descriptor in the copy behind a superblock. */
    long descriptorOffset(long superblockBlock, int group) {
        return offset(superblockBlock + 1) + (long) group * geometry.descriptorSize();
    }

    byte[] descriptorBytes(long superblockBlock, int group) throws IOException {
        long offset = descriptorOffset(superblockBlock, group);
        findings.expect(
                offset + geometry.descriptorSize() <= offset(geometry.blocks()),
                "group descriptor",
                offset,
                "it is not on the disk any more");
        byte[] bytes = new byte[geometry.descriptorSize()];
        if (offset + bytes.length <= offset(geometry.blocks())) {
            System.arraycopy(block(offset / blockSize()), (int) (offset % blockSize()), bytes, 0, bytes.length);
        }
        return bytes;
    }

    private void checkDescriptors() throws IOException {
        for (int group = 0; group < geometry.groups(); group++) {
            long offset = descriptorOffset(geometry.firstDataBlock(), group);
            GroupDescriptor descriptor = descriptors.get(group);
            byte[] bytes = descriptorBytes(geometry.firstDataBlock(), group);
            boolean sound = checksums.ofDescriptor(group, bytes) == descriptor.checksum();
            findings.expect(
                    sound || !checksums.enabled(),
                    "group descriptor",
                    offset + GroupDescriptor.CHECKSUM_OFFSET,
                    "the checksum of group " + group + " is wrong");
            checkPlace(group, offset, descriptor.blockBitmap(), 1, "block bitmap");
            checkPlace(group, offset + 4, descriptor.inodeBitmap(), 1, "inode bitmap");
            checkPlace(group, offset + 8, descriptor.inodeTable(), geometry.inodeTableBlocks(), "inode table");
        }
    }

    private void checkPlace(int group, long offset, long start, int count, String what) {
        boolean there = areBlocks(start, count);
        boolean inGroup = geometry.features().flexibleGroups()
                || (start >= geometry.groupStart(group) && start + count <= geometry.groupEnd(group));
        findings.expect(
                there && inGroup,
                "group descriptor",
                offset,
                "the " + what + " of group " + group + " cannot be at block " + start);
    }

    boolean isInode(long number) {
        return number >= 1 && number <= geometry.inodes();
    }

    /** Return the place of an inode in bytes. */
    long inodeOffset(long number) {
        long table = descriptors
                .get((int) ((number - 1) / geometry.inodesPerGroup()))
                .inodeTable();
        return offset(table) + (number - 1) % geometry.inodesPerGroup() * geometry.inodeSize();
    }

    byte[] inodeBytes(long number) throws IOException {
        long offset = inodeOffset(number);
        byte[] bytes = new byte[geometry.inodeSize()];
        if (isBlock(offset / blockSize())) {
            System.arraycopy(block(offset / blockSize()), (int) (offset % blockSize()), bytes, 0, bytes.length);
        }
        return bytes;
    }

    /** Return whether an inode was never used. */
    boolean isZeroInode(long number) throws IOException {
        long offset = inodeOffset(number);
        int from = (int) (offset % blockSize());
        byte[] block = block(offset / blockSize());
        return Arrays.equals(block, from, from + geometry.inodeSize(), zeroInode, 0, zeroInode.length);
    }

    /** Read an inode, which must have the checksum that it earns. */
    Inode inode(long number) throws IOException {
        byte[] bytes = inodeBytes(number);
        Inode inode = Inode.readFrom(ByteBuffer.wrap(bytes));
        findings.expect(
                !checksums.enabled() || checksums.ofInode(number, bytes) == inode.checksum(),
                "inode " + number,
                inodeOffset(number) + Inode.CHECKSUM_OFFSET,
                "the checksum is wrong");
        findings.expect(
                inode.extraSize() % 4 == 0 && inode.extraSize() <= geometry.inodeSize() - Inode.SMALL_SIZE,
                "inode " + number,
                inodeOffset(number) + Inode.SMALL_SIZE,
                "it has " + inode.extraSize() + " extra bytes");
        return inode;
    }
}
