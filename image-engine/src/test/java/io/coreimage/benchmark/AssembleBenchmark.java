package io.coreimage.benchmark;

import io.coreimage.assemble.Assembler;
import io.coreimage.assemble.ImageOptions;
import io.coreimage.assemble.ImagePlan;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
import io.coreimage.disk.DiskWriter;
import io.coreimage.resolve.Choice;
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
import java.util.stream.Stream;

/**
 * Planning and writing an image beside {@code cp} of its snaps to the same disk, in the same run.
 *
 * <p>Arguments: a model, a folder that serves as its store, a folder to work in, and how many rounds.
 */
public final class AssembleBenchmark {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    private final Choice choice;
    private final List<Path> payload;
    private final Path work;

    private AssembleBenchmark(Choice choice, List<Path> payload, Path work) {
        this.choice = choice;
        this.payload = payload;
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path store = Path.of(arguments[1]);
        Path work = Files.createDirectories(Path.of(arguments[2]));
        Model model = Model.of(Assertion.decode(Files.readAllBytes(Path.of(arguments[0]))));
        try (Cache cache = Cache.open(work.resolve("cache"), TIME)) {
            Choice choice = new Resolver(new ShopFolder(store), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .resolve(model, Wishes.NONE);
            new AssembleBenchmark(choice, snaps(choice, store), work).run(Integer.parseInt(arguments[3]));
        }
    }

    /** The files of the store that the image holds. */
    private static List<Path> snaps(Choice choice, Path store) throws IOException {
        List<Long> sizes =
                choice.snaps().stream().map(each -> each.content().size()).toList();
        try (Stream<Path> files = Files.list(store)) {
            List<Path> snaps = new ArrayList<>();
            for (Path each : files.sorted().toList()) {
                if (each.toString().endsWith(".snap") && sizes.contains(Files.size(each))) {
                    snaps.add(each);
                }
            }
            return snaps;
        }
    }

    private void run(int rounds) throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double theirs = copy();
            double ours = assemble();
            ratios.add(ours / theirs);
            System.out.printf(Locale.ROOT, "cp %.3f s, image %.3f s, ratio %.2f%n", theirs, ours, ours / theirs);
        }
        System.out.printf(Locale.ROOT, "first %.2f, median %.2f%n", ratios.get(0), median(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private double copy() throws IOException, InterruptedException {
        Path target = Files.createDirectories(work.resolve("copy"));
        List<String> command = new ArrayList<>(List.of("cp"));
        payload.forEach(each -> command.add(each.toString()));
        command.add(target.toString());
        long start = System.nanoTime();
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("cp failed");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Path each : payload) {
            Files.delete(target.resolve(each.getFileName()));
        }
        return seconds;
    }

    private double assemble() throws IOException {
        Path image = work.resolve("image.img");
        long start = System.nanoTime();
        ImagePlan plan = Assembler.plan(choice, ImageOptions.at(TIME));
        DiskWriter.write(plan.volumes().get(0).disk(), image);
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(image);
        return seconds;
    }
}
