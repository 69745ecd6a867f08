package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.Rounding;
import java.io.IOException;

/** Compares one inode with itself and with what it maps. */
final class InodeCheck {

    private static final int UNIT = 512;

    /** The flags that change the meaning of nothing that is looked at here. */
    private static final long KNOWN_FLAGS = 0x2043_F7FFL | Inode.EXTENTS;

    private final Volume volume;
    private final long number;
    private final Inode inode;

    InodeCheck(Volume volume, long number, Inode inode) {
        this.volume = volume;
        this.number = number;
        this.inode = inode;
    }

    private boolean expect(boolean holds, int field, String reason) {
        return volume.findings().expect(holds, "inode " + number, volume.inodeOffset(number) + field, reason);
    }

    /** Return where its content stands. */
    FileMap run() throws IOException {
        boolean sound = expect(DirectoryEntry.typeOf(inode.mode()) != 0, 0x00, "its type is not known")
                && expect(
                        (inode.flags() & ~KNOWN_FLAGS) == 0,
                        0x20,
                        "the flags " + Long.toHexString(inode.flags() & ~KNOWN_FLAGS) + " are not known");
        if (!sound) {
            return FileMap.NOTHING;
        }
        checkPlain();
        if (number == Inode.RESIZE) {
            checkBlocks(new ResizeInodeCheck(volume, inode).run());
            return FileMap.NOTHING;
        }
        FileMap map = FileMapReader.read(volume, number, inode);
        checkContent(map);
        return map;
    }

    private void checkPlain() {
        expect(inode.links() > 0, 0x1A, "it is in use, but has no name");
        expect(inode.deleted() == 0, 0x14, "it is in use, but was deleted");
        boolean mapped =
                inode.type() == Inode.REGULAR || inode.type() == Inode.DIRECTORY || inode.type() == Inode.SYMLINK;
        expect(mapped || !inode.has(Inode.EXTENTS), 0x20, "it has nothing to map, but extents");
        expect(inode.type() == Inode.DIRECTORY || !inode.has(Inode.INDEX), 0x20, "it has an index, but no names");
        expect(inode.size() >= 0, 0x6C, "its size is negative");
        checkFragment();
    }

    /** Fields that nobody uses any more are zero. */
    private void checkFragment() {
        boolean device = inode.type() == Inode.BLOCK_DEVICE || inode.type() == Inode.CHARACTER_DEVICE;
        if (device) {
            DeviceNumber known = DeviceNumber.decode(inode.content());
            expect(
                    inode.content().equals(DeviceNumber.encode(known.major(), known.minor())),
                    Inode.CONTENT_OFFSET,
                    "its device number is none");
        } else if (inode.type() == Inode.FIFO || inode.type() == Inode.SOCKET) {
            expect(inode.content().isZero(), Inode.CONTENT_OFFSET, "it has a content");
        }
        boolean empty = device || inode.type() == Inode.FIFO || inode.type() == Inode.SOCKET;
        expect(!empty || inode.size() == 0, 0x04, "it has a size");
    }

    private void checkContent(FileMap map) {
        checkBlocks(map.blocks());
        if (inode.type() == Inode.DIRECTORY) {
            return; // claimed where its names are read
        }
        for (Mapping mapping : map.mappings()) {
            volume.claim(
                    mapping.start(),
                    mapping.count(),
                    "inode " + number,
                    volume.inodeOffset(number) + Inode.CONTENT_OFFSET);
        }
        long blocks = Rounding.divideUp(inode.size(), volume.blockSize());
        expect(map.writtenEnd() <= blocks, 0x04, "it has blocks behind its end");
        if (inode.type() == Inode.SYMLINK) {
            checkLink(map);
        }
    }

    private void checkLink(FileMap map) {
        expect(
                inode.size() > 0 && inode.size() < volume.blockSize(),
                0x04,
                "a symbolic link has " + inode.size() + " bytes");
        if (!FileMapReader.isShortLink(inode)) {
            expect(map.isGapless(1), 0x04, "a symbolic link of " + inode.size() + " bytes is not in one block");
        } else if (inode.size() > 0) {
            checkShortTarget(inode.content().toArray());
        }
    }

    private void checkShortTarget(byte[] target) {
        for (int i = 0; i < target.length; i++) {
            boolean inTarget = i < inode.size();
            expect((target[i] != 0) == inTarget, Inode.CONTENT_OFFSET + i, "the target does not end where it should");
        }
    }

    private void checkBlocks(long mapped) {
        long blocks = mapped + (inode.xattrBlock() == 0 ? 0 : 1);
        long units = inode.has(Inode.HUGE_FILE) ? blocks : blocks * (volume.blockSize() / UNIT);
        expect(inode.blocks() == units, 0x1C, "it should take " + inode.blocks() + " units, but takes " + units);
    }
}
