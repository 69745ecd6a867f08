package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.Extent;
import io.coreimage.testkit.MutableBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every byte of the metadata is either looked at by the check, or {@link FreeBytes} says why it is free. */
class Ext4FlipTest {

    private static FileTree tree() {
        FileTree.Builder tree = Trees.builder();
        tree.add("sieve", new FileTree.RegularFile(Attributes.file(Trees.TIME), Trees.sieve(6)));
        tree.symlink("short", "target");
        tree.symlink("long", "target".repeat(20));
        tree.add("null", new FileTree.Device(Attributes.of(0600, Trees.TIME), false, 1, 3));
        tree.add("fifo", new FileTree.Fifo(Attributes.of(0600, Trees.TIME)));
        for (int i = 0; i < 30; i++) {
            tree.file("indexed/" + "name".repeat(10) + i, new byte[0]);
        }
        TreeMap<String, ByteSource> xattrs = new TreeMap<>();
        xattrs.put("user.small", ByteSource.of(Trees.text("1")));
        xattrs.put("user.large", ByteSource.of(Trees.noise(1, 100)));
        tree.add("xattrs", new FileTree.Directory(new Attributes(0755, 0, 0, Trees.TIME, xattrs)));
        return tree.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "full"})
    void everyByteIsLookedAtOrFree(String features) throws IOException {
        flipAll(Trees.options(Size.ofKiB(140), Ext4Features.named(features)), 0, Integer.MAX_VALUE);
    }

    /** A file system with a journal and a second group: only what the small one has not. */
    @ParameterizedTest
    @ValueSource(strings = {"mid", "full"})
    void everyByteOfTheCopiesIsLookedAtOrFree(String features) throws IOException {
        flipAll(Trees.options(Size.ofMiB(9), Ext4Features.named(features)), 8 << 20, Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "full"})
    void everyByteOfTheJournalsHeadIsLookedAtOrFree(String features) throws IOException {
        Ext4Options options = Trees.options(Size.ofMiB(8), Ext4Features.named(features));
        ByteSource disk = Ext4Planner.plan(tree(), options).asSource();
        Volume volume = Volume.open(disk, Findings.throwing());
        long head = new ExtentReader(volume, Inode.JOURNAL, volume.inode(Inode.JOURNAL))
                .read(volume.inode(Inode.JOURNAL))
                .mappings()
                .get(0)
                .start();
        flipAll(options, volume.offset(head), volume.offset(head) + 1);
    }

    /** Flip each byte of the first 4 KiB of each extent that starts in a range. */
    private static void flipAll(Ext4Options options, long from, long to) throws IOException {
        DiskPlan plan = Ext4Planner.plan(tree(), options);
        byte[] disk = plan.asSource().readAll();
        assertThat(Ext4.check(new MutableBytes(disk))).isEmpty();
        BitSet free = FreeBytes.of(new MutableBytes(disk));
        List<Extent> flipped = plan.extents().stream()
                .filter(extent -> extent.offset() >= from && extent.offset() < to)
                .filter(extent -> !extent.source().dataRanges().isEmpty())
                .toList();
        assertThat(flipped).isNotEmpty();
        assertThat(flipped.parallelStream().flatMap(extent -> unseen(disk.clone(), extent, free)))
                .isEmpty();
    }

    private static Stream<String> unseen(byte[] disk, Extent extent, BitSet free) {
        int start = (int) extent.offset();
        return IntStream.range(start, (int) Math.min(extent.end(), start + 4096L))
                .filter(place -> !free.get(place) && !isSeen(disk, place))
                .mapToObj(place -> start + " + " + Integer.toHexString(place - start));
    }

    private static boolean isSeen(byte[] disk, int place) {
        int flip = place % 2 == 0 ? 0xFF : 0x10;
        disk[place] ^= (byte) flip;
        try {
            return !Ext4.check(new MutableBytes(disk)).isEmpty();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        } finally {
            disk[place] ^= (byte) flip;
        }
    }
}
