package io.coreimage.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.problem.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every byte of a small image is either looked at by the check, or stands here with the reason why it is free. */
class SquashfsFlipTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "squashfs");

    private record Free(int from, int count, String reason) {}

    private static final List<Free> IN_SUPERBLOCK =
            List.of(new Free(8, 4, "when it was made"), new Free(24, 2, "flags, which only tell what was asked for"));

    private static final Free ATTRIBUTES = new Free(2, 10, "permissions, owner and group, time");

    /** By the type of an inode; counted from the start of its body. */
    private static final Map<Integer, List<Free>> IN_INODE = Map.of(
            InodeType.DIRECTORY,
            List.of(
                    new Free(0, 4, "where the listing of an empty directory is"),
                    new Free(8, 4, "the offset of one, and a size too small for a name")),
            InodeType.DIRECTORY + InodeType.EXTENDED,
            List.of(new Free(20, 4, "the attributes, if there are such")),
            InodeType.FILE,
            List.of(
                    new Free(0, 4, "where blocks are that are stored as they are: other bytes are a content too"),
                    new Free(8, 8, "where the end is in its fragment, and its size, as long as it is inside")),
            InodeType.FILE + InodeType.EXTENDED,
            List.of(
                    new Free(0, 16, "where blocks are that are stored as they are, and a size of as many blocks"),
                    new Free(16, 8, "how many bytes are in holes"),
                    new Free(32, 8, "the offset in no fragment, and the attributes, if there are such"),
                    new Free(40, 20, "whether a hole is compressed")),
            InodeType.SYMLINK,
            List.of(new Free(4, 1, "a shorter target"), new Free(8, 4, "the target")),
            InodeType.BLOCK_DEVICE,
            List.of(new Free(4, 4, "which device")),
            InodeType.CHARACTER_DEVICE,
            List.of(new Free(4, 4, "which device")));

    @Test
    void everyByteOfAnImageStoredAsItIsIsLookedAt() throws IOException {
        byte[] image = Files.readAllBytes(FOLDER.resolve("raw.squashfs"));
        Superblock superblock = Superblock.readFrom(Unsigned.wrap(image));
        BitSet free = new BitSet();
        IN_SUPERBLOCK.forEach(each -> free.set(each.from(), each.from() + each.count()));
        free.set(Superblock.SIZE, (int) superblock.inodeTable()); // content
        freeOfInodes(image, superblock, free);
        freeOfListings(image, superblock, free);
        int ids = (int) superblock.idTable();
        free.set(ids - 12, ids); // other owners
        int attributes = (int) superblock.xattrTable();
        free.set(ids + 8, attributes - 34); // names and values
        for (int id = attributes - 32; id < attributes; id += 16) {
            free.set(id + 8, id + 16); // fewer pairs; and their size, which can be counted
        }
        free.set(attributes + 12, attributes + 16); // unused

        assertThat(unseen(image, free, 0x01, 0xFF)).isEmpty();
    }

    private static void freeOfInodes(byte[] image, Superblock superblock, BitSet free) {
        ByteBuffer table = Unsigned.wrap(image);
        for (int start = (int) superblock.inodeTable() + 2; start < superblock.directoryTable(); ) {
            int type = InodeHeader.readFrom(table.position(start)).type();
            int body = start + InodeHeader.SIZE;
            free.set(start + ATTRIBUTES.from(), start + ATTRIBUTES.from() + ATTRIBUTES.count());
            IN_INODE.getOrDefault(type, List.of())
                    .forEach(each -> free.set(body + each.from(), body + each.from() + each.count()));
            InodeBody read = Inode.readBody(type, table.position(body));
            start = body + Inode.bodySize(type);
            if (read instanceof FileBody file) {
                start += (int) file.blocks((int) superblock.blockSize()) * BlockWord.SIZE;
            } else if (read instanceof SymlinkInode link) {
                start += (int) link.length();
            }
        }
    }

    /** Names: any letters in the same order are some. */
    private static void freeOfListings(byte[] image, Superblock superblock, BitSet free) {
        ByteBuffer table = Unsigned.wrap(image);
        int end = (int) superblock.fragmentTable() - FragmentEntry.SIZE - 2;
        table.position((int) superblock.directoryTable() + 2);
        while (table.position() < end) {
            long names = DirectoryHeader.readFrom(table).count();
            for (long i = 0; i < names; i++) {
                int length = DirectoryEntry.readFrom(table).nameLength();
                free.set(table.position(), table.position() + length);
                table.position(table.position() + length);
            }
        }
        free.set(end + 2 + 12, end + 2 + 16); // unused in the entry of a fragment
        free.set(end + 2, end + 2 + 10); // where a fragment is that is stored as it is, and a longer one
    }

    @ParameterizedTest
    @ValueSource(strings = {"XZ", "GZIP"})
    void everyByteOfACompressedImageIsLookedAt(Compression compression) throws IOException {
        Path file = Files.createTempFile("flip", ".squashfs");
        try {
            SquashfsWriter.write(
                    Samples.builder().file("text", Samples.text(1, 3000)).build(),
                    SquashfsOptions.of(compression, Samples.TIME).withBlockSize(4096),
                    file);
            byte[] image = Files.readAllBytes(file);
            Superblock superblock = Superblock.readFrom(Unsigned.wrap(image));
            BitSet free = new BitSet();
            IN_SUPERBLOCK.forEach(each -> free.set(each.from(), each.from() + each.count()));
            free.set((int) superblock.bytesUsed(), image.length); // padding
            free.set(80, 88); // where the table of no fragments is
            int inodes = (int) superblock.inodeTable();
            // Tables as small as these are stored as they are: what is free in them stands above.
            free.set(inodes + 2, (int) superblock.directoryTable());
            free.set((int) superblock.directoryTable() + 2, (int) superblock.bytesUsed());

            assertThat(unseen(image, free, 0x01, 0xFF)).isEmpty();
        } finally {
            Files.delete(file);
        }
    }

    private static List<Integer> unseen(byte[] image, BitSet free, int... flips) throws IOException {
        assertThat(Squashfs.open(ByteSource.of(image)).check()).isEmpty();
        List<Integer> unseen = new ArrayList<>();
        for (int place = free.nextClearBit(0); place < image.length; place = free.nextClearBit(place + 1)) {
            for (int flip : flips) {
                image[place] ^= (byte) flip;
                if (isSound(image)) {
                    unseen.add(place);
                }
                image[place] ^= (byte) flip;
            }
        }
        return unseen;
    }

    private static boolean isSound(byte[] image) throws IOException {
        try {
            return Squashfs.open(ByteSource.of(image)).check().isEmpty();
        } catch (MalformedException ex) {
            return false;
        }
    }
}
