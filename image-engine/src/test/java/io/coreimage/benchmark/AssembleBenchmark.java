package io.coreimage.benchmark;

import io.coreimage.assemble.Assembler;
import io.coreimage.assemble.ImageOptions;
import io.coreimage.assemble.ImagePlan;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
import io.coreimage.disk.DiskPlan;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.WriteOptions;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.resolve.Resolver;
import io.coreimage.resolve.ShopFolder;
import io.coreimage.resolve.Wishes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
        List<Timed> copies = new ArrayList<>();
        List<Timed> plans = new ArrayList<>();
        List<Timed> images = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            copies.add(copy());
            assemble(plans, images);
            System.out.println("cp " + copies.get(i) + ", image " + images.get(i) + ", of which planning "
                    + plans.get(i) + ", ratio " + images.get(i).beside(copies.get(i)));
        }
        measureSpace();
        List<Timed> warmCopies = Timed.warm(copies);
        List<Timed> warmImages = Timed.warm(images);
        System.out.println("cold " + images.get(0).beside(copies.get(0)) + ", warm, median beside median "
                + Timed.median(warmImages).beside(Timed.median(warmCopies)) + ", least beside least "
                + Timed.least(warmImages).beside(Timed.least(warmCopies)));
    }

    /** Look how much room the folder of the image takes while it is written. */
    private void measureSpace() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("space"));
        DiskPlan disk =
                Assembler.plan(choice, ImageOptions.at(TIME)).volumes().get(0).disk();
        List<Long> seen = new ArrayList<>();
        WriteOptions options = WriteOptions.DEFAULT.withProgress((written, total) -> seen.add(allocated(folder)));
        DiskWriter.write(disk, folder.resolve("image.img"), options);
        long most = seen.stream().mapToLong(each -> each).max().orElseThrow();
        long bytes = 0;
        for (Path each : payload) {
            bytes += Files.size(each);
        }
        System.out.printf(Locale.ROOT, "space on the way: %.3f of the payload%n", (double) most / bytes);
        Files.delete(folder.resolve("image.img"));
    }

    private static long allocated(Path folder) {
        try {
            Process du = new ProcessBuilder("du", "-s", "-B1", folder.toString()).start();
            String said = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Long.parseLong(said.split("\t", 2)[0]);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Timed copy() throws IOException, InterruptedException {
        Path target = Files.createDirectories(work.resolve("copy"));
        String files = payload.stream().map(Path::toString).collect(Collectors.joining(" "));
        Timed copied = Timed.ofShell("cp " + files + " " + target);
        for (Path each : payload) {
            Files.delete(target.resolve(each.getFileName()));
        }
        return copied;
    }

    private void assemble(List<Timed> plans, List<Timed> images) throws IOException, InterruptedException {
        Path image = work.resolve("image.img");
        List<ImagePlan> planned = new ArrayList<>();
        images.add(Timed.of(() -> {
            plans.add(Timed.of(() -> planned.add(Assembler.plan(choice, ImageOptions.at(TIME)))));
            DiskWriter.write(planned.get(0).volumes().get(0).disk(), image);
        }));
        Files.delete(image);
    }
}
