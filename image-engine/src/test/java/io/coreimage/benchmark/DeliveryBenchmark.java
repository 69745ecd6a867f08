package io.coreimage.benchmark;

import io.coreimage.assemble.Assembler;
import io.coreimage.assemble.ImageOptions;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.bytes.Directories;
import io.coreimage.bytes.Size;
import io.coreimage.cache.Cache;
import io.coreimage.delivery.ImageWriter;
import io.coreimage.delivery.OutputFormat;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.filesystem.ext4.Ext4Features;
import io.coreimage.filesystem.ext4.Ext4Options;
import io.coreimage.filesystem.ext4.Ext4Planner;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.resolve.Resolver;
import io.coreimage.resolve.ShopFolder;
import io.coreimage.resolve.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Compressed images beside the raw one, and beside {@code xz} and {@code zstd} of the raw one, in the same run.
 *
 * <p>Arguments: {@code model}, a model, a folder that serves as its store, a folder to work in, how many rounds; or
 * {@code folder}, a folder that becomes an ext4 file system, a folder to work in, how many rounds. What follows names the
 * formats, if not all of them: {@code img.xz}, {@code img.zst}, {@code img.gz}; {@code alone} leaves the peers out, whose
 * work takes minutes; {@code single} adds {@code xz} with one thread, for its size.
 */
public final class DeliveryBenchmark {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Planning planning;
    private final Path work;
    private final List<String> words;
    private final Map<String, List<Double>> times = new TreeMap<>();
    private final Map<String, Long> sizes = new TreeMap<>();

    private interface Planning {
        DiskPlan plan() throws IOException;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private DeliveryBenchmark(Planning planning, Path work, List<String> words) {
        this.planning = planning;
        this.work = work;
        this.words = words;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        if (arguments[0].equals("folder")) {
            Path work = Files.createDirectories(Path.of(arguments[2]));
            new DeliveryBenchmark(() -> fileSystem(Path.of(arguments[1])), work, all.subList(4, all.size()))
                    .run(Integer.parseInt(arguments[3]));
            return;
        }
        Path work = Files.createDirectories(Path.of(arguments[3]));
        Model model = Model.of(Assertion.decode(Files.readAllBytes(Path.of(arguments[1]))));
        try (Cache cache = Cache.open(work.resolve("cache"), TIME)) {
            var choice = new Resolver(
                            new ShopFolder(Path.of(arguments[2])), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .resolve(model, Wishes.NONE);
            Planning planning = () -> Assembler.plan(choice, ImageOptions.at(TIME))
                    .volumes()
                    .get(0)
                    .disk();
            new DeliveryBenchmark(planning, work, all.subList(5, all.size())).run(Integer.parseInt(arguments[4]));
        }
    }

    private static DiskPlan fileSystem(Path folder) throws IOException {
        Ext4Options options = Ext4Options.of(Size.ofMiB(1024), "writable", Ext4Features.FULL, TIME);
        return Ext4Planner.plan(Directories.scan(folder), options);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        Path raw = work.resolve("disk.img");
        ImageWriter writer = new ImageWriter(THREADS, false);
        for (int i = 0; i < rounds; i++) {
            DiskPlan plan = measurePlanning();
            measure("raw image", raw, () -> DiskWriter.write(plan, raw));
            for (OutputFormat format : List.of(OutputFormat.IMG_XZ, OutputFormat.IMG_ZST, OutputFormat.IMG_GZ)) {
                if (isWanted(format)) {
                    Path file = work.resolve("disk." + format.suffix());
                    measure(format.suffix(), file, () -> writer.write(plan, Map.of(format, file)));
                }
            }
            if (!words.contains("alone")) {
                measurePeers(raw, i);
            }
        }
        times.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-12s median %7.2f s, best %7.2f s, %,14d bytes%n",
                name,
                median(all),
                all.get(0),
                sizes.getOrDefault(name, 0L)));
    }

    /** Planning is measured apart: it is done once for all forms, and a peer finds its raw image ready. */
    private DiskPlan measurePlanning() throws IOException, InterruptedException {
        AtomicReference<DiskPlan> plan = new AtomicReference<>();
        measure("plan", () -> plan.set(planning.plan()));
        long packed = plan.get().extents().stream()
                .filter(each -> each.source().isPacked())
                .mapToLong(each -> each.source().size())
                .sum();
        System.out.printf(
                Locale.ROOT, "%,d bytes, of which %,d are packed%n", plan.get().mappedSize(), packed);
        return plan.get();
    }

    private boolean isWanted(OutputFormat format) {
        return words.contains(format.suffix()) || words.stream().noneMatch(each -> each.startsWith("img"));
    }

    /** What takes minutes runs once; it does not scatter much. */
    private void measurePeers(Path raw, int round) throws IOException, InterruptedException {
        if (round == 0 && isWanted(OutputFormat.IMG_XZ)) {
            measureTool("xz -6 -T2", "xz -6 -T2 -c " + raw);
        }
        if (words.contains("single")) {
            measureTool("xz -6", "xz -6 -T1 -c " + raw);
        }
        if (isWanted(OutputFormat.IMG_ZST)) {
            measureTool("zstd -3 -T2", "zstd -q -3 -T2 -c " + raw);
        }
    }

    private void measureTool(String name, String command) throws IOException, InterruptedException {
        Path file = work.resolve("theirs");
        measure(name, file, () -> {
            Process process = new ProcessBuilder(command.split(" ", -1))
                    .redirectOutput(file.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed");
            }
        });
    }

    private void measure(String name, Path file, Work work) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        measure(name, work);
        sizes.put(name, Files.size(file));
    }

    private void measure(String name, Work work) throws IOException, InterruptedException {
        double before = processor();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s %.2f s, processor %.2f s%n", name, seconds, processor() - before);
        times.computeIfAbsent(name, each -> new ArrayList<>()).add(seconds);
    }

    /** Processor time of this process, which a busy machine changes little; that of a peer is not in it. */
    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean)
                                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
