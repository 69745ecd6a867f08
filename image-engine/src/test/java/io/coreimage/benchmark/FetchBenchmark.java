package io.coreimage.benchmark;

import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.OracleStore;
import io.coreimage.testkit.SmallShop;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The goals {@code fetch} and {@code assemble} as a user has them: a whole Maven, from start to end.
 *
 * <p>{@code warm REPOSITORY ROUNDS}: with a lock and a warm cache, beside {@code core-image:help} in the same project. {@code
 * cold REPOSITORY ROUNDS}: the oracle's big UC20 scenario into an empty cache in a heap of 64 MiB, beside {@code snap
 * prepare-image} with the same store and model. {@code image REPOSITORY ROUNDS}: the same to the finished image, from an empty
 * cache and, without a lock, from a warm one. The repository is one that has the plugin, such as plugin/target/it-repo
 * after a build. What Maven gets besides stands in the environment variable {@code MAVEN_OPTS}.
 */
public final class FetchBenchmark {

    private static final String PLUGIN = "io.coreimage:core-image-maven-plugin:0.1.0-SNAPSHOT:";
    private static final String STAMP = "HH:mm:ss.SSS";

    private final Path repository;
    private final int rounds;
    private final Path project;

    private FetchBenchmark(Path repository, int rounds) throws IOException {
        this.repository = repository.toAbsolutePath();
        this.rounds = rounds;
        this.project = Files.createTempDirectory("fetch-benchmark");
    }

    public static void main(String... arguments) throws Exception {
        FetchBenchmark benchmark = new FetchBenchmark(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        try {
            switch (arguments[0]) {
                case "warm" -> benchmark.warm();
                case "image" -> benchmark.image();
                default -> benchmark.cold();
            }
        } finally {
            remove(benchmark.project);
        }
    }

    private void warm() throws Exception {
        SmallShop shop = new SmallShop(project.resolve("shop"), 40_000);
        shop.equip(project);
        writePom("model.json", "<keyFile>key.asc</keyFile>", "roots.assert");
        try (TestStore store = TestStore.over(shop.first())) {
            run(mvn(store.url(), "lock"));
            store.forget();
            List<Run> help = new ArrayList<>();
            List<Run> fetch = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                help.add(run(mvn(store.url(), "help")));
                fetch.add(run(mvn(store.url(), "fetch")));
            }
            say("requests: %d", store.requests().size());
            show("core-image:help", help);
            show("core-image:fetch", fetch);
            say(
                    "beyond help, milliseconds: wall %d (medians), %d (minima); processor %d (minima)",
                    median(fetch, Run::wall) - median(help, Run::wall),
                    least(fetch, Run::wall) - least(help, Run::wall),
                    least(fetch, Run::processor) - least(help, Run::processor));
        }
    }

    private void image() throws Exception {
        Path model = bigModel();
        List<Run> cold = new ArrayList<>();
        List<Run> warm = new ArrayList<>();
        List<Run> peer = new ArrayList<>();
        try (OracleStore store = OracleStore.fast("uc20-big")) {
            for (int i = 0; i < rounds; i++) {
                remove(project.resolve("cache"));
                remove(project.resolve("target"));
                cold.add(run(mvn(store.url(), "assemble")));
                remove(project.resolve("target"));
                warm.add(run(mvn(store.url(), "assemble")));
                remove(project.resolve("image"));
                peer.add(run(prepareImage(store.url(), model)));
            }
        }
        show("core-image:assemble, empty cache", cold);
        show("core-image:assemble, warm cache", warm);
        show("snap prepare-image", peer);
        say(
                "ratio of the medians: empty cache %.2f, warm cache %.2f",
                (double) median(cold, Run::wall) / median(peer, Run::wall),
                (double) median(warm, Run::wall) / median(peer, Run::wall));
    }

    private Path bigModel() throws IOException {
        Path model = Foreign.oracle().resolve("scenario/models/uc20-signed.model");
        Files.writeString(
                project.resolve("root.assert"), Foreign.oracleTool("assertgen").run("show-root"));
        writePom(model.toString(), "", "root.assert");
        return model;
    }

    private void cold() throws Exception {
        Path model = bigModel();
        List<Run> own = new ArrayList<>();
        List<Run> peer = new ArrayList<>();
        try (OracleStore store = OracleStore.fast("uc20-big")) {
            for (int i = 0; i < rounds; i++) {
                remove(project.resolve("cache"));
                remove(project.resolve("target"));
                own.add(run(mvn(store.url(), "fetch")));
                remove(project.resolve("image"));
                peer.add(run(prepareImage(store.url(), model)));
                say(
                        "fetch %d ms, snap prepare-image %d ms, ratio %.2f",
                        own.get(i).wall(),
                        peer.get(i).wall(),
                        (double) own.get(i).wall() / peer.get(i).wall());
            }
        }
        show("core-image:fetch", own);
        show("snap prepare-image", peer);
        say("ratio of the medians %.2f", (double) median(own, Run::wall) / median(peer, Run::wall));
    }

    private void writePom(String model, String key, String roots) throws IOException {
        Files.writeString(project.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>b</groupId>
                  <artifactId>b</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.coreimage</groupId>
                        <artifactId>core-image-maven-plugin</artifactId>
                        <version>0.1.0-SNAPSHOT</version>
                        <configuration>
                          <modelFile>%s</modelFile>%s
                          <trusted>%s</trusted>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(model, key, roots));
    }

    private ProcessBuilder mvn(String store, String goal) {
        return new ProcessBuilder(
                "mvn",
                "-B",
                "-Dmaven.repo.local=" + repository,
                "-Daether.enhancedLocalRepository.trackingFilename=none",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=" + STAMP,
                "-Dcore-image.storeUrl=" + store,
                "-Dcore-image.cacheDirectory=" + project.resolve("cache"),
                PLUGIN + goal);
    }

    private ProcessBuilder prepareImage(String store, Path model) {
        ProcessBuilder builder = new ProcessBuilder(
                Foreign.oracleTool("snap-testkeys").program().toString(),
                "prepare-image",
                model.toString(),
                project.resolve("image").toString());
        builder.environment().put("UBUNTU_STORE_URL", store);
        builder.environment().put("SNAPPY_TESTING", "1");
        builder.environment().put("no_proxy", "*");
        return builder;
    }

    /**
     * A program that ran.
     * @param wall how long it took, in milliseconds
     * @param processor how long it kept processors busy, in milliseconds
     * @param goal how long the goal itself took, by the time stamps of the log, in milliseconds
     */
    private record Run(long wall, long processor, long goal) {}

    private Run run(ProcessBuilder command) throws IOException, InterruptedException {
        Path log = project.resolve("log.txt");
        long busy = childrenMillis();
        // A bundle of certificates in the environment would be read, and no https is spoken here.
        command.environment().remove("SSL_CERT_FILE");
        long start = System.nanoTime();
        int status = command.directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        long wall = (System.nanoTime() - start) / 1_000_000;
        if (status != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
        return new Run(wall, childrenMillis() - busy, goalMillis(Files.readAllLines(log)));
    }

    /** Return the time between the line that announces the goal and the rule after its last line. */
    private static long goalMillis(List<String> log) {
        List<String> times = log.stream()
                .filter(each -> each.contains("--- ") || each.contains("BUILD SUCCESS"))
                .map(each -> each.replaceFirst("(?s)^.*?(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}).*$", "$1"))
                .filter(each -> each.length() == STAMP.length())
                .toList();
        return times.size() < 2
                ? 0
                : ChronoUnit.MILLIS.between(
                        LocalTime.parse(times.get(0)), LocalTime.parse(times.get(times.size() - 1)));
    }

    /** Return the processor time of all children that have ended, as Linux counts it in hundredths of a second. */
    private static long childrenMillis() throws IOException {
        Path status = Path.of("/proc/self/stat");
        if (!Files.exists(status)) {
            return 0;
        }
        String text = Files.readString(status);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 10;
    }

    private static void show(String what, List<Run> runs) {
        say(
                "%s, milliseconds: wall median %d, least %d; processor median %d, least %d; the goal itself median %d, least %d",
                what,
                median(runs, Run::wall),
                least(runs, Run::wall),
                median(runs, Run::processor),
                least(runs, Run::processor),
                median(runs, Run::goal),
                least(runs, Run::goal));
    }

    private static long median(List<Run> runs, ToLongFunction<Run> value) {
        long[] sorted = runs.stream().mapToLong(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static long least(List<Run> runs, ToLongFunction<Run> value) {
        return runs.stream().mapToLong(value).min().orElse(0);
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
