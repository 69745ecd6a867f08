package io.coreimage.benchmark;

import io.coreimage.bytes.ByteSource;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Disks and FAT volumes beside {@code cp} of their payload and beside {@code mkfs.vfat} with {@code mcopy}, to the same
 * disk in the same run.
 *
 * <p>Arguments: a folder to work in; {@code fat}, {@code disk}, {@code sums} (what a block map and a SHA-256 cost beside the
 * writer) or {@code memory} (plans and writes a disk of 4 GiB with 20,000 files, to be run with {@code -Xmx64m}); and how many
 * rounds.
 */
public final class DiskBenchmark {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");
    private static final Guid DISK = Guid.parse("11111111-2222-3333-4444-555555555555");
    private static final PartitionType ESP = PartitionType.parse("C12A7328-F81F-11D2-BA4B-00A0C93EC93B");
    private static final PartitionType LINUX = PartitionType.parse("0FC63DAF-8483-4772-8E79-3D69D8477DE4");

    private final Path work;
    private final Path image;
    private final Path copy;

    private DiskBenchmark(Path work) {
        this.work = work;
        this.image = work.resolve("image");
        this.copy = work.resolve("copy");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DiskBenchmark benchmark = new DiskBenchmark(Files.createDirectories(Path.of(arguments[0])));
        int rounds = Integer.parseInt(arguments[2]);
        switch (arguments[1]) {
            case "fat" -> benchmark.writeFat(rounds);
            case "disk" -> benchmark.writeDisk(rounds);
            case "sums" -> benchmark.sum(rounds);
            case "memory" -> benchmark.writeManyFiles();
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    private void writeFat(int rounds) throws IOException, InterruptedException {
        Path payload = payload("large", 40, 15_000_000);
        Series series = new Series("FAT, 600 MB in 40 files");
        for (int round = 0; round < rounds; round++) {
            series.measure("ours", () -> DiskWriter.write(fat(payload, Size.ofMiB(1200)), image));
            series.measureShell("cp", "cp -r " + payload + " " + copy);
            clean();
            series.measureShell(
                    "mkfs.vfat + mcopy",
                    "truncate -s 1200M " + image + " && mkfs.vfat " + image + " && MTOOLS_SKIP_CHECK=1 mcopy -s -i "
                            + image + " " + payload + "/* ::");
            clean();
        }
        series.report("cp");
        series.report("mkfs.vfat + mcopy");
    }

    private void writeDisk(int rounds) throws IOException, InterruptedException {
        Path payload = payload("small", 10, 10_000_000);
        FileTree tree = identified(Directories.scan(payload));
        Series series = new Series("GPT, FAT and ext4 on 4 GiB, 100 MB");
        for (int round = 0; round < rounds; round++) {
            series.measureShell("cp", "cp -r " + payload + " " + copy);
            series.measure("ours", () -> DiskWriter.write(disk(tree), image));
            clean();
        }
        series.report("cp");
    }

    private void sum(int rounds) throws IOException, InterruptedException {
        FileTree tree = identified(Directories.scan(payload("small", 10, 10_000_000)));
        Series series = new Series("GPT, FAT and ext4 on 4 GiB, 100 MB");
        for (int round = 0; round < rounds; round++) {
            series.measure("plain", () -> DiskWriter.write(disk(tree), image));
            clean();
            WriteOptions options = WriteOptions.DEFAULT;
            series.measure("block map", () -> DiskWriter.write(disk(tree), image, options.withBlockMap()));
            clean();
            series.measure("SHA-256", () -> DiskWriter.write(disk(tree), image, options.withSha256()));
            series.measureShell("sha256sum, of the image that is there", "sha256sum " + image);
            clean();
        }
        series.report("plain");
    }

    private static DiskPlan fat(Path folder, Size size) {
        FatFormat format = FatFormat.of(size, SectorSize.BYTES_512, "ubuntu-seed", TIME);
        return FatPlan.of(Directories.scan(folder), format).disk();
    }

    /** Return a tree whose files have their digests, as those that come from the cache do. */
    private static FileTree identified(FileTree tree) {
        for (FileTree.Entry entry : tree.entries()) {
            if (entry.node() instanceof FileTree.RegularFile file) {
                Objects.requireNonNull(file.content().id());
            }
        }
        return tree;
    }

    /** Return a disk of 4 GiB whose two file systems both hold a tree, half of the payload each. */
    private static DiskPlan disk(FileTree tree) {
        Size size = Size.ofGiB(4);
        Size fatSize = Size.ofMiB(1200);
        Size ext4Size = Size.ofMiB(2500);
        List<FileTree> halves = halves(tree);
        FatFormat format = FatFormat.of(fatSize, SectorSize.BYTES_512, "ubuntu-seed", TIME);
        Ext4Options options = Ext4Options.of(ext4Size, "ubuntu-data", Ext4Features.FULL, TIME);
        Size fatStart = Size.ofMiB(1);
        Size ext4Start = fatStart.plus(fatSize);
        GptTable table = GptTable.of(
                SectorSize.BYTES_512,
                size,
                DISK,
                List.of(partition(1, fatStart, fatSize, ESP), partition(2, ext4Start, ext4Size, LINUX)));
        return DiskPlan.builder(size.bytes())
                .place(0, table.plan())
                .place(fatStart.bytes(), FatPlan.of(halves.get(0), format).disk())
                .place(ext4Start.bytes(), Ext4Planner.plan(halves.get(1), options))
                .build();
    }

    private static GptPartition partition(int number, Size start, Size size, PartitionType type) {
        Guid id = Guid.nameBased(DISK, "partition " + number);
        return GptPartition.covering(SectorSize.BYTES_512, number, start, size, type, id, "part" + number);
    }

    private static List<FileTree> halves(FileTree tree) {
        List<FileTree.Builder> halves =
                List.of(FileTree.builder(Attributes.directory(TIME)), FileTree.builder(Attributes.directory(TIME)));
        int i = 0;
        for (FileTree.Entry entry : tree.entries()) {
            if (entry.node() instanceof FileTree.RegularFile) {
                halves.get(i++ % 2).add(entry.path(), entry.node());
            }
        }
        return halves.stream().map(FileTree.Builder::build).toList();
    }

    private void writeManyFiles() throws IOException {
        FileTree.Builder tree = FileTree.builder(Attributes.directory(TIME));
        Path content = Files.write(work.resolve("content"), new byte[4096]);
        for (int i = 0; i < 20_000; i++) {
            tree.file(
                    String.format(Locale.ROOT, "dir-%d/a file of many %d.json", i % 50, i),
                    ByteSource.ofFile(content, 4096));
        }
        long start = System.nanoTime();
        DiskWriter.write(disk(tree.build()), image);
        print(
                "4 GiB with 20,000 files, heap of %d MiB: %.2f s",
                Runtime.getRuntime().maxMemory() >> 20, seconds(start));
        Files.delete(image);
    }

    private Path payload(String name, int count, int size) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name));
        byte[] bytes = new byte[size];
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("file-" + i + ".snap");
            if (!Files.exists(file)) {
                random.nextBytes(bytes);
                Files.write(file, bytes);
            }
        }
        return folder;
    }

    private void clean() throws IOException, InterruptedException {
        Files.deleteIfExists(image);
        Timed.ofShell("rm -rf " + copy);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** The times of several ways to do one thing. */
    private static final class Series {

        private final String name;
        private final Map<String, List<Timed>> times = new LinkedHashMap<>();

        private Series(String name) {
            this.name = name;
        }

        private void measure(String way, Timed.Work work) throws IOException, InterruptedException {
            add(way, Timed.of(work));
        }

        private void measureShell(String way, String command) throws IOException, InterruptedException {
            add(way, Timed.ofShell(command));
        }

        private void add(String way, Timed time) {
            times.computeIfAbsent(way, key -> new ArrayList<>()).add(time);
        }

        private void report(String peer) {
            List<Timed> theirs = Timed.warm(Objects.requireNonNull(times.get(peer)));
            times.forEach((way, list) -> {
                List<Timed> warm = Timed.warm(list);
                print(
                        "%s: %s: first %s, warm median %s, beside %s: %s, least %s",
                        name,
                        way,
                        list.get(0),
                        Timed.median(warm),
                        peer,
                        Timed.median(warm).beside(Timed.median(theirs)),
                        Timed.least(warm).beside(Timed.least(theirs)));
            });
        }
    }
}
