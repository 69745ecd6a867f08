package io.coreimage.filesystem.ext4;

import java.io.IOException;
import java.util.BitSet;

/** Looks at the bitmap of a group's inodes. */
final class InodeBitmapCheck {

    private final Volume volume;
    private final int group;
    private final GroupDescriptor descriptor;
    private final long place;

    InodeBitmapCheck(Volume volume, int group) {
        this.volume = volume;
        this.group = group;
        this.descriptor = volume.descriptors().get(group);
        this.place = volume.descriptorOffset(volume.geometry().firstDataBlock(), group);
    }

    private int perGroup() {
        return volume.geometry().inodesPerGroup();
    }

    /** Return which inodes are in use: none where the bitmap was never written. */
    BitSet read() throws IOException {
        BitSet used = new BitSet();
        if (!descriptor.has(GroupDescriptor.INODES_UNUSED)) {
            used = readBitmap();
        }
        check(used);
        return used;
    }

    private BitSet readBitmap() throws IOException {
        byte[] bytes = volume.block(descriptor.inodeBitmap());
        long offset = volume.offset(descriptor.inodeBitmap());
        boolean sound = BitmapChecksum.isSound(volume, bytes, perGroup() / Byte.SIZE, descriptor.inodeBitmapChecksum());
        expect(sound, offset, "the checksum of group " + group + " is wrong");
        BitSet all = BitSet.valueOf(bytes);
        int free = all.nextClearBit(perGroup());
        expect(
                free >= volume.blockSize() * Byte.SIZE,
                offset + free / Byte.SIZE,
                "a bit behind the last inode is clear");
        return all.get(0, perGroup());
    }

    private void check(BitSet used) {
        expectDescriptor(
                descriptor.freeInodes() == perGroup() - used.cardinality(),
                0x0E,
                "group " + group + " should have " + descriptor.freeInodes() + " free inodes, but has "
                        + (perGroup() - used.cardinality()));
        expectDescriptor(
                used.length() <= perGroup() - descriptor.unusedInodes() && descriptor.unusedInodes() <= perGroup(),
                0x1C,
                "group " + group + " uses inodes that should never have been used");
    }

    private void expect(boolean holds, long offset, String reason) {
        volume.findings().expect(holds, "inode bitmap", offset, reason);
    }

    private void expectDescriptor(boolean holds, int field, String reason) {
        volume.findings().expect(holds, "group descriptor", place + field, reason);
    }
}
