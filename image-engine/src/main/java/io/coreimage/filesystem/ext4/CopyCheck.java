package io.coreimage.filesystem.ext4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Compares the copies of the superblock and of the descriptors with the first ones, as far as Linux keeps them alike: not
 * in what changes by using the file system.
 */
final class CopyCheck {

    private final Volume volume;
    private final Geometry geometry;

    CopyCheck(Volume volume) {
        this.volume = volume;
        this.geometry = volume.geometry();
    }

    void run() throws IOException {
        for (int group : geometry.copyGroups()) {
            long block = geometry.groupStart(group);
            if (block + 1 + geometry.descriptorBlocks() <= geometry.blocks()) {
                checkSuperblock(group, volume.block(block), volume.offset(block));
                checkDescriptors(group, block);
            }
        }
    }

    private void checkSuperblock(int group, byte[] block, long offset) {
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, Superblock.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        Superblock copy = Superblock.readFrom(bytes.slice());
        String structure = "superblock of group " + group;
        boolean sound = !geometry.features().checksums()
                || Superblock.checksumOf(bytes) == bytes.getInt(Superblock.CHECKSUM_OFFSET);
        Findings findings = volume.findings();
        findings.expect(sound, structure, offset + Superblock.CHECKSUM_OFFSET, "the checksum is wrong");
        findings.expect(
                copy.identity().group() == group,
                structure,
                offset + Superblock.GROUP_OFFSET,
                "it says that it belongs to group " + copy.identity().group());
        byte[] first = StaticFields.of(volume.superblock());
        byte[] other = StaticFields.of(copy);
        for (int i = 0; i < first.length; i++) {
            if (first[i] != other[i]) {
                findings.add(structure, offset + i, "it differs from the first one");
                return;
            }
        }
    }

    private void checkDescriptors(int group, long block) throws IOException {
        for (int each = 0; each < geometry.groups(); each++) {
            byte[] bytes = volume.descriptorBytes(block, each);
            GroupDescriptor copy = GroupDescriptor.readFrom(ByteBuffer.wrap(bytes));
            GroupDescriptor first = volume.descriptors().get(each);
            long offset = volume.descriptorOffset(block, each);
            String structure = "group descriptor in group " + group;
            volume.findings()
                    .expect(
                            volume.checksums().ofDescriptor(each, bytes) == copy.checksum(),
                            structure,
                            offset + GroupDescriptor.CHECKSUM_OFFSET,
                            "the checksum of group " + each + " is wrong");
            boolean alike = copy.blockBitmap() == first.blockBitmap()
                    && copy.inodeBitmap() == first.inodeBitmap()
                    && copy.inodeTable() == first.inodeTable();
            volume.findings().expect(alike, structure, offset, "group " + each + " differs from the first one");
        }
    }
}
