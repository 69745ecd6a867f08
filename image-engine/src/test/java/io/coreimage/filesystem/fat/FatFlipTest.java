package io.coreimage.filesystem.fat;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.disk.SectorSize;
import io.coreimage.problem.MalformedException;
import io.coreimage.testkit.MutableBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every byte of a structure is either looked at by the check, or stands here with the reason why it is free. */
class FatFlipTest {

    /** Bytes of a boot sector of FAT12 or FAT16, which has no copy. */
    private static final List<Free> IN_BOOT_SECTOR = List.of(
            new Free(1, 2, "where the code starts that the jump goes to"),
            new Free(3, 8, "who made it"),
            new Free(24, 4, "tracks and heads, which no disk has any more"),
            new Free(28, 4, "sectors in front of the volume: the partition table knows"),
            new Free(36, 1, "the BIOS' number of the disk"),
            new Free(37, 1, "all but two bits of the dirty byte"),
            new Free(39, 4, "the volume id: any number is one"),
            new Free(57, 5, "the type as text, behind the letters FAT: clusters are counted instead"),
            new Free(62, 448, "boot code"));

    /** Sectors of FAT32's reserved region; of sector 0 nothing is free, since sector 6 repeats it. */
    private static final List<Free> IN_RESERVED_SECTORS = List.of(
            new Free(512 + 492, 4, "the cluster to start searching from: any number of a cluster is one"),
            new Free(2 * 512, 4 * 512, "sectors that nobody uses"),
            new Free(7 * 512, 512, "the copy of the FSInfo sector, which all tools leave as it was"));

    /** Bytes of the entry of a file. */
    private static final List<Free> IN_ENTRY = List.of(
            new Free(0, 11, "a name without a long one: any other letters are one"),
            new Free(11, 1, "read-only, hidden, system, archive"),
            new Free(12, 1, "the two bits for small letters"),
            new Free(13, 7, "when it was created and read"),
            new Free(22, 4, "when it was written"),
            new Free(28, 2, "a size that takes as many clusters"));

    /** Characters of a long name: any others are one. */
    private static final List<Free> IN_SLOT = List.of(
            new Free(1, 10, "characters 1 to 5"),
            new Free(14, 12, "characters 6 to 11"),
            new Free(28, 4, "the last two"));

    private record Free(int from, int count, String reason) {

        boolean has(long place) {
            return place >= from && place < from + count;
        }
    }

    @Test
    void everyByteOfASmallVolumeIsLookedAt() throws IOException {
        byte[] volume = volume(FatFormat.of(Size.ofMiB(1), SectorSize.BYTES_512, "LABEL", FatTrees.TIME));
        FatGeometry geometry = BootCheck.geometry(BootCheck.read(new MutableBytes(volume)), volume.length);
        int tables = (int) geometry.tableOffset(0);
        int root = (int) geometry.rootOffset();
        int folder = (int) geometry.clusterOffset(2);

        assertThat(unseen(volume, 0, 512, 0x01, 0xFF)).allMatch(place -> isFree(place, IN_BOOT_SECTOR));
        assertThat(unseen(volume, tables, root, 0x01, 0xFF)).isEmpty();
        // The label, a short name, a long name in two slots with its entry, a folder; then nothing up to the end.
        assertThat(unseen(volume, root, root + 6 * 32 + 4096, 0x01, 0xFF))
                .allMatch(place -> isFreeInDirectory((int) place - root));
        assertThat(unseen(volume, folder, folder + 2048, 0x01, 0xFF))
                .allMatch(place -> isFree((place - folder) % 32, IN_ENTRY) && place < folder + 3 * 32);
    }

    @Test
    void everyByteInFrontOfALargeVolumeIsLookedAt() throws IOException {
        byte[] volume = volume(FatFormat.of(Size.ofMiB(34), SectorSize.BYTES_512, "LABEL", FatTrees.TIME)
                .withType(FatType.FAT32));
        int table = 32 * 512;
        assertThat(unseen(volume, 0, 1024, 0x11)).allMatch(place -> isFree(place, IN_RESERVED_SECTORS));
        assertThat(unseen(volume, 6 * 512, 7 * 512, 0x11)).isEmpty();
        assertThat(unseen(volume, table, table + 64, 0x11)).isEmpty();
    }

    private static byte[] volume(FatFormat format) throws IOException {
        FileTree tree = FileTree.builder(Attributes.directory(FatTrees.TIME))
                .file("FILE.TXT", new byte[700])
                .file("a longer name.txt", new byte[5000])
                .file("zdir/INNER", new byte[10])
                .build();
        return FatPlan.of(tree, format).disk().asSource().readAll();
    }

    private static boolean isFreeInDirectory(int place) {
        return switch (place / 32) {
            case 0 -> isFree(place % 32, IN_ENTRY) && place >= 11; // the label's letters stand in the boot sector too
            case 1, 4 -> isFree(place % 32, IN_ENTRY);
            case 2, 3 -> isFree(place % 32, IN_SLOT);
            case 5 -> isFree(place % 32, IN_ENTRY) && place % 32 < 28; // a directory has no size
            default -> false;
        };
    }

    private static boolean isFree(long place, List<Free> free) {
        return free.stream().anyMatch(each -> each.has(place));
    }

    private static List<Integer> unseen(byte[] volume, int from, int to, int... flips) throws IOException {
        assertThat(isSound(volume)).isTrue();
        List<Integer> unseen = new ArrayList<>();
        for (int place = from; place < to; place++) {
            for (int flip : flips) {
                volume[place] ^= (byte) flip;
                if (isSound(volume)) {
                    unseen.add(place);
                }
                volume[place] ^= (byte) flip;
            }
        }
        return unseen;
    }

    private static boolean isSound(byte[] volume) throws IOException {
        try {
            return FatVolume.open(new MutableBytes(volume)).check().isEmpty();
        } catch (MalformedException ex) {
            return false;
        }
    }
}
