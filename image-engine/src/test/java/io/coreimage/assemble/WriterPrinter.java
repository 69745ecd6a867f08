package io.coreimage.assemble;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.FileTree.Attributes;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.SectorSize;
import io.coreimage.disk.WriteOptions;
import io.coreimage.filesystem.ext4.Ext4Features;
import io.coreimage.filesystem.ext4.Ext4Options;
import io.coreimage.filesystem.ext4.Ext4Planner;
import io.coreimage.filesystem.fat.FatFormat;
import io.coreimage.filesystem.fat.FatPlan;
import io.coreimage.partition.GptPartition;
import io.coreimage.partition.GptTable;
import io.coreimage.partition.PartitionType;
import io.coreimage.squashfs.Compression;
import io.coreimage.squashfs.SquashfsOptions;
import io.coreimage.squashfs.SquashfsWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes a folder of files, in an order that the first argument decides, then every kind of file system with them, and
 * prints the digests of what it wrote.
 */
final class WriterPrinter {

    private static final Instant TIME = Instant.parse("2024-02-29T23:59:58.123456789Z");
    private static final PartitionType LINUX = PartitionType.parse("0FC63DAF-8483-4772-8E79-3D69D8477DE4");

    private final Path folder;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private WriterPrinter(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        WriterPrinter printer = new WriterPrinter(Files.createDirectories(Path.of(arguments[0])));
        printer.fill(printer.folder.toString().hashCode());
        printer.printAll();
    }

    /** The files are the same whatever the seed, but a disk lists what came first in another place. */
    private void fill(long seed) throws IOException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        for (int i : order) {
            Path parent = Files.createDirectories(folder.resolve(i % 7 == 0 ? "files/flat" : "files/Dir-I-" + i % 13));
            byte[] content = new byte[i * 37 % 9000];
            new Random(i).nextBytes(content);
            Files.write(parent.resolve(String.format(Locale.ROOT, "A file of Title Case %d.TXT", i)), content);
        }
    }

    private void printAll() throws IOException {
        FileTree tree = Directories.scan(folder.resolve("files"))
                .withAttributes(any -> new Attributes(0755, 0, 0, TIME, new TreeMap<>()));
        Instant second = Instant.ofEpochSecond(TIME.getEpochSecond());
        DiskPlan mid = ext4(tree, Ext4Features.MID, second);
        print("ext4 mid", mid);
        print("ext4 full", ext4(tree, Ext4Features.FULL, second));
        DiskPlan fat = FatPlan.of(tree, FatFormat.of(Size.ofMiB(64), SectorSize.BYTES_512, "ubuntu-seed", TIME))
                .disk();
        print("fat", fat);
        print("gpt", gpt(mid, fat));
        for (Compression each : Compression.values()) {
            printSquashfs(each, tree);
        }
    }

    private static DiskPlan ext4(FileTree tree, Ext4Features features, Instant created) {
        return Ext4Planner.plan(tree, Ext4Options.of(Size.ofMiB(40), "writable", features, created));
    }

    private static DiskPlan gpt(DiskPlan first, DiskPlan second) {
        Guid disk = Guid.nameBased(Guid.ZERO, "disk");
        List<GptPartition> partitions = new ArrayList<>();
        Size start = Size.ofMiB(1);
        for (DiskPlan each : List.of(first, second)) {
            Size size = Size.ofBytes(each.size());
            int number = partitions.size() + 1;
            partitions.add(GptPartition.covering(
                    SectorSize.BYTES_512,
                    number,
                    start,
                    size,
                    LINUX,
                    Guid.nameBased(disk, "part" + number),
                    "part" + number));
            start = start.plus(size);
        }
        GptTable table = GptTable.of(SectorSize.BYTES_512, Size.ofMiB(128), disk, partitions);
        return DiskPlan.builder(Size.ofMiB(128).bytes())
                .place(0, table.plan())
                .place(1 << 20, first)
                .place((1 << 20) + first.size(), second)
                .build();
    }

    private void print(String name, DiskPlan plan) throws IOException {
        Path file = folder.resolve("disk");
        DiskWriter.write(
                plan,
                file,
                WriteOptions.DEFAULT.withThreads(Runtime.getRuntime().availableProcessors()));
        print(name, file);
    }

    private void printSquashfs(Compression compression, FileTree tree) throws IOException {
        if (compression == Compression.XZ || compression == Compression.ZSTD || compression == Compression.GZIP) {
            Path file = folder.resolve("squashfs");
            SquashfsWriter.write(tree, SquashfsOptions.of(compression, TIME), file);
            print("squashfs " + compression, file);
        }
    }

    private void print(String name, Path file) throws IOException {
        out.println(name + " "
                + Digest.compute(Digest.Algorithm.SHA_256, Files.readAllBytes(file))
                        .hex());
        Files.delete(file);
    }
}
