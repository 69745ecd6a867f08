package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.HexDump;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every structure against bytes written out, one field a line. */
class StructuresTest {

    private static ByteBuffer bytes(String... lines) {
        return Unsigned.wrap(HexDump.parse(String.join("", lines)));
    }

    private static byte[] written(int size, Consumer<ByteBuffer> structure) {
        byte[] bytes = new byte[size];
        structure.accept(Unsigned.wrap(bytes));
        return bytes;
    }

    /** The superblock of an image that snap pack made. */
    private static final String[] SUPERBLOCK = {
        "68 73 71 73", // hsqs
        "d1 00 00 00", // 209 inodes
        "00 f1 53 65", // made 1700000000
        "00 00 02 00", // blocks of 128 KiB
        "00 00 00 00", // no fragments
        "04 00", // xz
        "11 00", // 2^17
        "d0 02", // no fragments, duplicates, exportable, no xattrs
        "01 00", // one id
        "04 00 00 00", // 4.0
        "fb 1e 00 00 00 00 00 00", // root
        "53 2d a1 00 00 00 00 00", // bytes used
        "4b 2d a1 00 00 00 00 00", // ids
        "ff ff ff ff ff ff ff ff", // no xattrs
        "67 23 a1 00 00 00 00 00", // inodes
        "3d 27 a1 00 00 00 00 00", // directories
        "db 2b a1 00 00 00 00 00", // fragments
        "3d 2d a1 00 00 00 00 00", // exports
    };

    @Test
    void superblock() {
        Superblock superblock = Superblock.readFrom(bytes(SUPERBLOCK));

        assertThat(superblock)
                .isEqualTo(new Superblock(
                        209,
                        1_700_000_000,
                        131_072,
                        0,
                        4,
                        17,
                        Superblock.FLAG_NO_FRAGMENTS
                                | Superblock.FLAG_DUPLICATES_REMOVED
                                | Superblock.FLAG_EXPORTABLE
                                | Superblock.FLAG_NO_XATTRS,
                        1,
                        4,
                        0,
                        0x1efb,
                        10_562_899,
                        10_562_891,
                        Superblock.NONE,
                        10_560_359,
                        10_561_341,
                        0xa12bdb,
                        0xa12d3d));
        superblock.check(10_563_584);
        assertThat(written(Superblock.SIZE, superblock::writeTo))
                .isEqualTo(bytes(SUPERBLOCK).array());
    }

    @Test
    void inodeHeader() {
        String[] lines = {"02 00", "ed 09", "01 00", "02 00", "00 f1 53 e5", "07 00 00 80"};
        InodeHeader header = InodeHeader.readFrom(bytes(lines));

        assertThat(header).isEqualTo(new InodeHeader(2, 04755, 1, 2, 0xe553_f100L, 0x8000_0007L));
        assertThat(written(InodeHeader.SIZE, header::writeTo))
                .isEqualTo(bytes(lines).array());
    }

    @Test
    void directoryInode() {
        String[] lines = {"01 00 00 f0", "06 00 00 00", "58 ff", "18 1f", "d2 00 00 00"};
        DirectoryInode inode = DirectoryInode.readFrom(bytes(lines));

        assertThat(inode).isEqualTo(new DirectoryInode(0xf000_0001L, 6, 0xff58, 0x1f18, 210));
        assertThat(inode.listingSize()).isEqualTo(0xff55);
        assertThat(written(DirectoryInode.SIZE, inode::writeTo))
                .isEqualTo(bytes(lines).array());
    }

    @Test
    void extendedDirectoryInode() {
        String[] lines = {"06 00 00 00", "58 00 01 f0", "03 00 00 00", "d2 00 00 00", "02 00", "18 1f", "ff ff ff ff"};
        ExtendedDirectoryInode inode = ExtendedDirectoryInode.readFrom(bytes(lines));

        assertThat(inode).isEqualTo(new ExtendedDirectoryInode(6, 0xf001_0058L, 3, 210, 2, 0x1f18, Unsigned.NONE_32));
        assertThat(written(ExtendedDirectoryInode.SIZE, inode::writeTo))
                .isEqualTo(bytes(lines).array());
    }

    @Test
    void directoryIndexEntry() {
        String[] lines = {
            "f4 1f 00 00", // a header at byte 8180 of the listing
            "3c 0b 00 00", // in the metadata block at byte 2876 of the table
            "07 00 00 00", // a name of 8 bytes
        };
        DirectoryIndexEntry entry = DirectoryIndexEntry.readFrom(bytes(lines));

        assertThat(entry).isEqualTo(new DirectoryIndexEntry(8180, 2876, 8));
        assertThat(written(DirectoryIndexEntry.SIZE, entry::writeTo))
                .isEqualTo(bytes(lines).array());
    }

    @Test
    void fileInode() {
        String[] lines = {"60 00 00 f0", "ff ff ff ff", "05 00 00 00", "01 00 02 f0"};
        FileInode inode = FileInode.readFrom(bytes(lines));

        assertThat(inode).isEqualTo(new FileInode(0xf000_0060L, Unsigned.NONE_32, 5, 0xf002_0001L));
        assertThat(inode.hasFragment()).isFalse();
        assertThat(written(FileInode.SIZE, inode::writeTo))
                .isEqualTo(bytes(lines).array());
    }

    @Test
    void extendedFileInode() {
        String[] lines = {
            "60 00 00 00 01 00 00 00",
            "81 1a 06 00 02 00 00 00",
            "00 00 06 00 00 00 00 00",
            "02 00 00 00",
            "03 00 00 00",
            "04 00 00 00",
            "05 00 00 00"
        };
        ExtendedFileInode inode = ExtendedFileInode.readFrom(bytes(lines));

        assertThat(inode).isEqualTo(new ExtendedFileInode(0x1_0000_0060L, 0x2_0006_1a81L, 393_216, 2, 3, 4, 5));
        assertThat(written(ExtendedFileInode.SIZE, inode::writeTo))
                .isEqualTo(bytes(lines).array());
    }

    @Test
    void wordsAreCountedWithAndWithoutFragment() {
        assertThat(new FileInode(0, Unsigned.NONE_32, 0, 8193).blocks(4096)).isEqualTo(3);
        assertThat(new FileInode(0, 0, 0, 8193).blocks(4096)).isEqualTo(2);
        assertThat(new FileInode(0, Unsigned.NONE_32, 0, 8192).blocks(4096)).isEqualTo(2);
        assertThat(new FileInode(0, Unsigned.NONE_32, 0, 0).blocks(4096)).isZero();
    }

    @Test
    void symlinkInode() {
        String[] lines = {"01 00 00 00", "05 00 00 00"};
        SymlinkInode inode = SymlinkInode.readFrom(bytes(lines));

        assertThat(inode).isEqualTo(new SymlinkInode(1, 5, Unsigned.NONE_32));
        assertThat(written(SymlinkInode.SIZE, inode::writeTo))
                .isEqualTo(bytes(lines).array());
    }

    @Test
    void deviceInode() {
        String[] lines = {"01 00 00 00", "34 03 11 00", "07 00 00 00"};
        DeviceInode inode = DeviceInode.readFrom(bytes(lines), true);

        assertThat(inode).isEqualTo(new DeviceInode(1, 0x0011_0334, 7));
        assertThat(inode.majorNumber()).isEqualTo(0x103);
        assertThat(inode.minorNumber()).isEqualTo(0x134);
        assertThat(DeviceInode.of(1, 0x103, 0x134).device()).isEqualTo(inode.device());
        assertThat(written(DeviceInode.SIZE, inode::writeTo))
                .isEqualTo(bytes(lines[0], lines[1]).array());
    }

    @Test
    void ipcInode() {
        assertThat(IpcInode.readFrom(bytes("02 00 00 00"), false)).isEqualTo(new IpcInode(2, Unsigned.NONE_32));
        assertThat(IpcInode.readFrom(bytes("02 00 00 00", "03 00 00 00"), true)).isEqualTo(new IpcInode(2, 3));
        assertThat(written(IpcInode.SIZE, new IpcInode(2, 3)::writeTo))
                .isEqualTo(bytes("02 00 00 00").array());
    }

    @Test
    void directoryHeaderAndEntry() {
        String[] header = {"ff 00 00 00", "02 20 00 00", "09 00 00 00"};
        assertThat(DirectoryHeader.readFrom(bytes(header))).isEqualTo(new DirectoryHeader(256, 0x2002, 9));
        assertThat(written(DirectoryHeader.SIZE, new DirectoryHeader(256, 0x2002, 9)::writeTo))
                .isEqualTo(bytes(header).array());

        String[] entry = {"18 1f", "fe ff", "02 00", "08 00"};
        assertThat(DirectoryEntry.readFrom(bytes(entry))).isEqualTo(new DirectoryEntry(0x1f18, -2, 2, 9));
        assertThat(written(DirectoryEntry.SIZE, new DirectoryEntry(0x1f18, -2, 2, 9)::writeTo))
                .isEqualTo(bytes(entry).array());
    }

    @Test
    void blockWordAndFragmentEntry() {
        BlockWord raw = BlockWord.readFrom(bytes("00 00 02 01"));
        assertThat(raw).isEqualTo(BlockWord.of(131_072, true));
        assertThat(raw.isRaw()).isTrue();
        assertThat(raw.length()).isEqualTo(131_072);
        assertThat(BlockWord.HOLE.isHole()).isTrue();
        assertThat(new BlockWord(1 << 25).isStrange()).isTrue();

        assertThat(FragmentEntry.readFrom(bytes("60 00 00 00 01 00 00 00", "39 30 00 00", "00 00 00 00")))
                .isEqualTo(new FragmentEntry(0x1_0000_0060L, BlockWord.of(12345, false)));
    }
}
