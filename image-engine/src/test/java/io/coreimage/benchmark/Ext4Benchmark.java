package io.coreimage.benchmark;

import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Guid;
import io.coreimage.bytes.Size;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.filesystem.ext4.Ext4Features;
import io.coreimage.filesystem.ext4.Ext4Ids;
import io.coreimage.filesystem.ext4.Ext4Options;
import io.coreimage.filesystem.ext4.Ext4Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * ext4 beside {@code cp} and {@code mke2fs -d}: 600 MB in 40 files, and 20,000 files of 4 KiB. Of the rounds, each of which
 * runs all three, the second half counts. Runs with {@code -Xmx64m}.
 *
 * <p>Arguments: how many rounds, or {@code memory}, which writes 20,000 files into 4 GiB once and says how much heap was
 * in use after each step.
 */
public final class Ext4Benchmark {

    private static final Ext4Ids IDS = new Ext4Ids(new Guid(new UUID(1, 2)), new Guid(new UUID(3, 4)));

    private final Path folder;

    private Ext4Benchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Ext4Benchmark benchmark = new Ext4Benchmark(Files.createTempDirectory("ext4-benchmark"));
        try {
            if (arguments[0].equals("memory")) {
                benchmark.measureMemory();
            } else {
                int rounds = Integer.parseInt(arguments[0]);
                benchmark.compare("600 MB in 40 files", 40, 15_000_000, Size.ofMiB(1024), rounds);
                benchmark.compare("20,000 files of 4 KiB", 20_000, 4096, Size.ofMiB(4096), rounds);
            }
        } finally {
            Timed.ofShell("rm -rf " + benchmark.folder);
        }
    }

    private void compare(String name, int files, int size, Size image, int rounds)
            throws IOException, InterruptedException {
        Path tree = fill(files, size);
        List<Timed> copy = new ArrayList<>();
        List<Timed> ours = new ArrayList<>();
        List<Timed> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            copy.add(Timed.ofShell("cp -a " + tree + " " + folder.resolve("copy")));
            ours.add(Timed.of(() -> write(tree, image)));
            String target = folder.resolve("theirs") + " " + image.bytes() / 1024 + "k";
            theirs.add(Timed.ofShell("mke2fs -q -F -t ext4 -d " + tree + " " + target));
            Timed.ofShell("cd " + folder + " && rm -r copy ours theirs");
        }
        report(name + ", medians", Timed.median(Timed.warm(ours)), median(copy), median(theirs));
        report(name + ", least", Timed.least(ours), Timed.least(copy), Timed.least(theirs));
    }

    private static Timed median(List<Timed> all) {
        return Timed.median(Timed.warm(all));
    }

    private static void report(String name, Timed ours, Timed copy, Timed theirs) {
        System.out.println(name + ": ours " + ours + ", cp " + copy + ", mke2fs -d " + theirs + "; of cp "
                + ours.beside(copy) + ", of mke2fs -d " + ours.beside(theirs));
    }

    private void write(Path tree, Size size) {
        DiskWriter.write(plan(Directories.scan(tree), size), folder.resolve("ours"));
    }

    private static DiskPlan plan(FileTree tree, Size size) {
        return Ext4Planner.plan(
                tree,
                Ext4Options.of(size, "writable", Ext4Features.FULL, Instant.EPOCH)
                        .withIds(IDS));
    }

    private void measureMemory() throws IOException {
        Path files = fill(20_000, 4096);
        FileTree tree = Directories.scan(files);
        printHeap("the tree");
        DiskPlan plan = plan(tree, Size.ofGiB(4));
        printHeap("tree and plan");
        DiskWriter.write(plan, folder.resolve("ours"));
        printHeap("tree, plan and writer");
    }

    private static void printHeap(String what) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(what + ": " + ((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " of "
                + (runtime.maxMemory() >> 20) + " MiB");
    }

    private Path fill(int files, int size) throws IOException {
        Path tree = folder.resolve("tree-" + files);
        Random random = new Random(1);
        byte[] bytes = new byte[size];
        for (int i = 0; i < files; i++) {
            Path parent = Files.createDirectories(tree.resolve("d" + i / 500));
            random.nextBytes(bytes);
            Files.write(parent.resolve("file-" + i), bytes);
        }
        return tree;
    }
}
