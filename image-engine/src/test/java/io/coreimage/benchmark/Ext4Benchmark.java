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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * ext4 beside {@code cp} and {@code mke2fs -d}: 600 MB in 40 files, and 20,000 files of 4 KiB. The median of five rounds,
 * each round in turn, after two rounds that are not counted. Runs with {@code -Xmx64m}.
 */
public final class Ext4Benchmark {

    private static final int ROUNDS = 7;
    private static final int UNCOUNTED = 2;
    private static final Ext4Ids IDS = new Ext4Ids(new Guid(new UUID(1, 2)), new Guid(new UUID(3, 4)));

    private final Path folder;

    private Ext4Benchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ext4-benchmark");
        Ext4Benchmark benchmark = new Ext4Benchmark(folder);
        try {
            benchmark.compare("600 MB in 40 files", 40, 15_000_000, Size.ofMiB(1024));
            benchmark.compare("20,000 files of 4 KiB", 20_000, 4096, Size.ofMiB(4096));
        } finally {
            run("rm", "-rf", folder.toString());
        }
    }

    private void compare(String name, int files, int size, Size image) throws Exception {
        Path tree = Files.createDirectory(folder.resolve("tree-" + files));
        fill(tree, files, size);
        List<Double> copy = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            copy.add(time(() ->
                    run("cp", "-a", tree.toString(), folder.resolve("copy").toString())));
            run("rm", "-rf", folder.resolve("copy").toString());
            ours.add(time(() -> write(tree, image)));
            Files.delete(folder.resolve("ours"));
            theirs.add(time(() -> run(
                    "mke2fs",
                    "-q",
                    "-F",
                    "-t",
                    "ext4",
                    "-d",
                    tree.toString(),
                    folder.resolve("theirs").toString(),
                    image.bytes() / 1024 + "k")));
            Files.delete(folder.resolve("theirs"));
        }
        double cp = median(copy);
        double own = median(ours);
        double mke2fs = median(theirs);
        System.out.println(String.format(
                Locale.ROOT,
                "%s: cp %.2f s, ours %.2f s, mke2fs -d %.2f s; %.2f x cp, %.2f x mke2fs",
                name,
                cp,
                own,
                mke2fs,
                own / cp,
                own / mke2fs));
    }

    private void write(Path tree, Size size) throws IOException {
        long start = System.nanoTime();
        FileTree scanned = Directories.scan(tree);
        long scan = System.nanoTime();
        Ext4Options options = Ext4Options.of(size, "writable", Ext4Features.FULL, Instant.EPOCH)
                .withIds(IDS);
        DiskPlan plan = Ext4Planner.plan(scanned, options);
        long planned = System.nanoTime();
        DiskWriter.write(plan, folder.resolve("ours"));
        System.out.println(String.format(
                Locale.ROOT,
                "  scan %.2f, plan %.2f, write %.2f",
                (scan - start) / 1e9,
                (planned - scan) / 1e9,
                (System.nanoTime() - planned) / 1e9));
    }

    private static void fill(Path tree, int files, int size) throws IOException {
        Random random = new Random(1);
        byte[] bytes = new byte[size];
        for (int i = 0; i < files; i++) {
            Path parent = Files.createDirectories(tree.resolve("d" + i / 500));
            random.nextBytes(bytes);
            Files.write(parent.resolve("file-" + i), bytes);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> all) {
        List<Double> counted = new ArrayList<>(all.subList(UNCOUNTED, all.size()));
        Collections.sort(counted);
        return counted.get(counted.size() / 2);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(List.of(command) + " ended with " + status);
        }
    }
}
