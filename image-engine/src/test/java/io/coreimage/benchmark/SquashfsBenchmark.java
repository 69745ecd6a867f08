package io.coreimage.benchmark;

import io.coreimage.bytes.ByteSource;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.FileTree;
import io.coreimage.bytes.Nowhere;
import io.coreimage.squashfs.Compression;
import io.coreimage.squashfs.Squashfs;
import io.coreimage.squashfs.SquashfsOptions;
import io.coreimage.squashfs.SquashfsWriter;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reading and writing beside {@code unsquashfs} and {@code mksquashfs}, in the same run and on the same cores.
 *
 * <p>Arguments: a folder with real programs and text (or an image, which is only read), a folder to work in on the same
 * disk, how many rounds, and the compressors if not all.
 */
public final class SquashfsBenchmark {

    private static final List<Compression> COMPRESSIONS = List.of(Compression.XZ, Compression.ZSTD, Compression.GZIP);

    private final Path source;
    private final Path work;
    private final int rounds;
    private final List<Path> folders = new ArrayList<>();
    private final int threads = Runtime.getRuntime().availableProcessors();

    private SquashfsBenchmark(Path source, Path work, int rounds) {
        this.source = source;
        this.work = work;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException {
        List<Compression> chosen = arguments.length > 3
                ? Arrays.stream(arguments[3].split(",", -1))
                        .map(Compression::valueOf)
                        .toList()
                : COMPRESSIONS;
        SquashfsBenchmark benchmark =
                new SquashfsBenchmark(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        if (Files.isRegularFile(benchmark.source)) {
            benchmark.read("image", benchmark.source);
            return;
        }
        for (Compression each : chosen) {
            benchmark.run(each);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void run(Compression compression) throws IOException {
        String name = compression.name().toLowerCase(Locale.ROOT);
        Path theirs = work.resolve("theirs." + name);
        Path ours = work.resolve("ours." + name);
        double[] write = compare(() -> mksquashfs(name, theirs), () -> write(compression, ours));
        report(name + " write", write);
        say(
                "%s size: %d, mksquashfs %d, ratio %.4f",
                name, Files.size(ours), Files.size(theirs), (double) Files.size(ours) / Files.size(theirs));
        read(name, theirs);
    }

    private void read(String name, Path image) throws IOException {
        report(name + " extract", compare(() -> unsquashfs(image), () -> extract(image)));
        report(
                name + " read, nothing written, unsquashfs writes",
                compare(() -> unsquashfs(image), () -> readAll(image)));
        removeFolders();
        if (Squashfs.open(ByteSource.ofFile(image, Files.size(image))).content("meta/snap.yaml") != null) {
            report(
                    name + " open and read meta/snap.yaml",
                    compare(
                            () -> Foreign.tool("unsquashfs").run("-cat", image, "meta/snap.yaml"),
                            () -> readSnapYaml(image)));
        }
    }

    /** Take turns, so that a busy machine is busy for both, and return the medians of both in milliseconds. */
    private double[] compare(Work peer, Work own) throws IOException {
        double[] peers = new double[rounds];
        double[] owns = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            peers[round] = time(peer);
            owns[round] = time(own);
        }
        Arrays.sort(peers);
        Arrays.sort(owns);
        return new double[] {peers[rounds / 2], owns[rounds / 2], owns[0]};
    }

    private static double time(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void report(String what, double[] times) {
        say(
                "%s: ours %.0f ms, theirs %.0f ms, our speed %.2f of theirs",
                what, times[1], times[0], times[0] / times[1]);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private void mksquashfs(String name, Path file) {
        Foreign.tool("mksquashfs")
                .run(
                        source,
                        file,
                        "-noappend",
                        "-comp",
                        name,
                        "-no-fragments",
                        "-all-root",
                        "-no-xattrs",
                        "-no-progress",
                        "-processors",
                        threads);
    }

    private void write(Compression compression, Path file) throws IOException {
        FileTree tree = Directories.scan(source);
        SquashfsOptions options = SquashfsOptions.of(compression, Instant.EPOCH).withThreads(threads);
        SquashfsWriter.write(tree, options, file);
    }

    private void unsquashfs(Path image) {
        Foreign.tool("unsquashfs").run("-no-progress", "-processors", threads, "-d", newFolder(), image);
    }

    private void extract(Path image) throws IOException {
        Squashfs.open(ByteSource.ofFile(image, Files.size(image))).extract(newFolder());
    }

    /** Folders stay until the end: ext4 takes long to find an inode where many were deleted a minute ago. */
    private Path newFolder() {
        Path folder = work.resolve("folder-" + folders.size());
        folders.add(folder);
        return folder;
    }

    private void removeFolders() {
        folders.forEach(each -> Foreign.tool("rm").run("-rf", each));
        folders.clear();
    }

    private static void readAll(Path image) throws IOException {
        FileTree tree =
                Squashfs.open(ByteSource.ofFile(image, Files.size(image))).tree();
        for (FileTree.Entry each : tree.entries()) {
            if (each.node() instanceof FileTree.RegularFile file) {
                file.content().copyTo(0, file.content().size(), new Nowhere());
            }
        }
    }

    private static void readSnapYaml(Path image) throws IOException {
        ByteSource yaml =
                Squashfs.open(ByteSource.ofFile(image, Files.size(image))).content("meta/snap.yaml");
        if (yaml == null || yaml.readAll().length == 0) {
            throw new IllegalStateException("no meta/snap.yaml");
        }
    }
}
