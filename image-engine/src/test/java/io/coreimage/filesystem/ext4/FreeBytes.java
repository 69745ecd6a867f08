package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteRange;
import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Unsigned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The bytes of a small file system that no check can look at, each with the reason why.
 *
 * <p>With checksums these are contents, room for more, and what Linux itself leaves out. Without them it is everything
 * that may have any value: names, times, owners.
 */
final class FreeBytes {

    private static final List<ByteRange> SUPERBLOCK = List.of(
            range(0x008, 0x00C), // how much is reserved: any part of the blocks
            range(0x02C, 0x038), // times, counts of mounts
            range(0x040, 0x048), // last check
            range(0x050, 0x054), // who may fill the reserved blocks
            range(0x068, 0x0CE), // uuid, label, last mounted at: nothing repeats them where there is no copy
            range(0x0EC, 0x0FC), // hash seed, where no directory has an index
            range(0x100, 0x104), // mount options
            range(0x108, 0x10C), // when it was made
            range(0x10C, 0x150), // backup of the journal's place, where there is none
            range(0x150, 0x15C), // high halves, without 64 bits
            range(0x164, 0x174), // RAID, multiple mounts
            range(0x176, 0x248), // encryption, written, snapshots, errors, options, quota
            range(0x248, 0x24C), // overhead: any part of the blocks
            range(0x24C, 0x280), // backup groups, checksum seed without checksums, times
            range(0x284, 0x400)); // reserved, checksum

    private static final List<ByteRange> INODE = List.of(
            range(0x00, 0x02), // permissions
            range(0x02, 0x04), // owner
            range(0x04, 0x06), // size: any that ends in the last block or in a hole behind it
            range(0x08, 0x14), // times
            range(0x18, 0x1A), // group
            range(0x20, 0x24), // flags of users
            range(0x24, 0x28), // version
            range(0x30, 0x34), // generation of the extents
            range(0x40, 0x64), // extents behind the last one
            range(0x64, 0x68), // generation
            range(0x70, 0x74), // fragment
            range(0x78, 0x80), // owner, checksum without checksums
            range(0x82, 0xA0), // the same, times, version, project
            range(0xA0, 0x100)); // room for extended attributes

    private static final List<ByteRange> DESCRIPTOR = List.of(
            range(0x14, 0x18), // exclude bitmap
            range(0x34, 0x38), // its high half
            range(0x3C, 0x40)); // reserved

    private static final List<ByteRange> JOURNAL = List.of(
            range(0x18, 0x1C), // next sequence number: any is one
            range(0x44, 0x5C)); // what Linux notes of its own

    private final Volume volume;
    private final boolean checksums;
    private final BitSet free = new BitSet();

    private FreeBytes(Volume volume) {
        this.volume = volume;
        this.checksums = volume.checksums().enabled();
    }

    private static ByteRange range(int from, int to) {
        return new ByteRange(from, to - from);
    }

    static BitSet of(ByteSource disk) throws IOException {
        FreeBytes bytes = new FreeBytes(Volume.open(disk, Findings.throwing()));
        bytes.collect();
        return bytes.free;
    }

    private void collect() throws IOException {
        Geometry geometry = volume.geometry();
        addDescriptors(geometry.firstDataBlock());
        InodeSurvey survey = new InodeSurvey(volume);
        survey.run();
        for (Map.Entry<Long, InodeFacts> each : survey.facts().entrySet()) {
            addContent(each.getKey(), volume.inode(each.getKey()), survey);
        }
        if (!checksums) {
            add(Superblock.OFFSET, SUPERBLOCK);
            addInodes(survey);
        }
        for (int group : geometry.copyGroups()) {
            addDescriptors(geometry.groupStart(group));
            if (!checksums) {
                add(volume.offset(geometry.groupStart(group)), SUPERBLOCK);
                addChangingFields(volume.offset(geometry.groupStart(group)));
            }
        }
    }

    /** A copy is not kept alike in what changes by use. */
    private void addChangingFields(long offset) {
        add(offset, List.of(range(0x08, 0x14), range(0x3A, 0x3E), range(0xE8, 0xEC)));
    }

    private void addDescriptors(long superblockBlock) {
        Geometry geometry = volume.geometry();
        long start = volume.descriptorOffset(superblockBlock, 0);
        long end = volume.descriptorOffset(superblockBlock, geometry.groups());
        add(end, start + (long) geometry.descriptorBlocks() * geometry.blockSize());
        for (int group = 0; !checksums && group < geometry.groups(); group++) {
            long offset = volume.descriptorOffset(superblockBlock, group);
            add(offset, DESCRIPTOR);
            if (superblockBlock != geometry.firstDataBlock()) {
                add(offset + 0x0C, offset + 0x1E); // counts of a copy are not kept
            }
        }
    }

    private void addInodes(InodeSurvey survey) throws IOException {
        for (long number = 1; number <= volume.geometry().inodes(); number++) {
            long offset = volume.inodeOffset(number);
            boolean used = survey.facts().containsKey(number);
            if (used) {
                add(offset, INODE);
                addFileFields(offset, number);
            } else {
                add(offset, offset + 0x1A); // what is not in use may have been in use, but has no name now
                add(offset + 0x1C, offset + volume.geometry().inodeSize());
            }
        }
    }

    private void addFileFields(long offset, long number) throws IOException {
        Inode inode = volume.inode(number);
        if (inode.type() == Inode.REGULAR) {
            add(offset, List.of(range(0x04, 0x08), range(0x6C, 0x70))); // size: what follows the last block is a hole
            int extents = ExtentHeader.readFrom(inode.content().buffer()).entries();
            add(offset + 0x34 + 12L * extents, offset + 0x64);
        }
    }

    private void addContent(long number, Inode inode, InodeSurvey survey) throws IOException {
        if (number == Inode.JOURNAL) {
            add(volume.offset(survey.mapOf(number).mappings().get(0).start()), JOURNAL);
        } else if (inode.type() == Inode.DIRECTORY) {
            addNames(inode, survey.mapOf(number));
        } else if (number != Inode.RESIZE) {
            addFile(inode, number);
        }
        if (inode.xattrBlock() != 0 && !checksums) {
            addXattrs(volume.offset(inode.xattrBlock()), volume.block(inode.xattrBlock()));
        }
    }

    private void addFile(Inode inode, long number) throws IOException {
        FileMap map = FileMapReader.read(Volume.open(volume.device(), Findings.throwing()), number, inode);
        for (Mapping mapping : map.mappings()) {
            add(volume.offset(mapping.start()), volume.offset(mapping.start() + mapping.count()));
        }
        for (long node : map.nodes()) {
            if (!checksums) {
                ExtentHeader header = ExtentHeader.readFrom(ByteBuffer.wrap(volume.block(node)));
                long end = volume.offset(node) + ExtentHeader.SIZE + (long) header.entries() * ExtentHeader.ENTRY_SIZE;
                add(volume.offset(node) + 8, volume.offset(node) + 12); // generation
                add(end, volume.offset(node + 1)); // room for more extents
            }
        }
    }

    private void addNames(Inode inode, FileMap map) throws IOException {
        for (Mapping mapping : map.mappings()) {
            for (long i = 0; i < mapping.count(); i++) {
                byte[] block = volume.block(mapping.start() + i);
                long offset = volume.offset(mapping.start() + i);
                if (inode.has(Inode.INDEX) && mapping.logical() + i == 0) {
                    int count = Unsigned.getShort(buffer(block), HashIndex.ROOT_OFFSET + 2);
                    // Room for more entries; the checksum of a node leaves it out.
                    add(offset + HashIndex.ROOT_OFFSET + 8L * count, offset + block.length - (checksums ? 8 : 0));
                }
                if (!checksums) {
                    addNames(block, offset);
                }
            }
        }
    }

    /** Any name is a name, and what stands behind it up to the next is not looked at. */
    private void addNames(byte[] block, long offset) {
        ByteBuffer in = buffer(block);
        int position = 0;
        while (position < block.length) {
            int length = Unsigned.getShort(in, position + 4);
            boolean unused = in.getInt(position) == 0;
            add(offset + position + (unused ? 6 : 8), offset + position + length);
            position += length;
        }
    }

    private void addXattrs(long offset, byte[] block) {
        ByteBuffer in = buffer(block).position(XattrHeader.SIZE);
        add(offset + 0x10, offset + 0x20); // checksum without checksums, reserved
        int lowestValue = block.length;
        while (in.getInt(in.position()) != 0) {
            int position = in.position();
            XattrEntry entry = XattrEntry.readFrom(in);
            int next = position + XattrEntry.sizeFor(entry.name().length());
            add(offset + in.position(), offset + next); // filled up
            lowestValue = Math.min(lowestValue, entry.valueOffset());
            in.position(next);
        }
        add(offset + in.position() + 4, offset + lowestValue);
    }

    private static ByteBuffer buffer(byte[] block) {
        return ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void add(long offset, List<ByteRange> ranges) {
        ranges.forEach(each -> add(offset + each.from(), offset + each.end()));
    }

    private void add(long from, long to) {
        free.set((int) from, (int) Math.max(from, to));
    }
}
