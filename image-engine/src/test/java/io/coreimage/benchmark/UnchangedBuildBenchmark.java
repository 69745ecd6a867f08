package io.coreimage.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A second {@code mvn package} that has nothing to do, beside {@code core-image:help} on the same POM; and how long our
 * goals take in it, from the line of the log that announces one to the next line of that kind.
 *
 * <p>Arguments: the folder of a project that was built before, how many rounds, and options for {@code mvn}.
 */
public final class UnchangedBuildBenchmark {

    private static final Pattern ANNOUNCED =
            Pattern.compile("^(\\d+):(\\d+):(\\d+)\\.(\\d+) .*(--- |BUILD SUCCESS|Reactor Summary)(.*)");

    private static final List<String> CLOCK = List.of(
            "-Dorg.slf4j.simpleLogger.showDateTime=true", "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS");

    private final Path project;
    private final List<String> options;
    private final Path log;

    private UnchangedBuildBenchmark(Path project, List<String> options) {
        this.project = project;
        this.options = options;
        this.log = project.resolve("benchmark.log");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new UnchangedBuildBenchmark(Path.of(arguments[0]), List.of(Arrays.copyOfRange(arguments, 2, arguments.length)))
                .run(Integer.parseInt(arguments[1]));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        List<Timed> builds = new ArrayList<>();
        List<Timed> helps = new ArrayList<>();
        List<Double> goals = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            helps.add(maven("io.coreimage:core-image-maven-plugin:help"));
            builds.add(maven("package"));
            goals.add(goals());
        }
        Timed build = Timed.median(builds);
        Timed help = Timed.median(helps);
        System.out.println("mvn package " + build + ", core-image:help " + help + ", all rounds: " + builds);
        System.out.printf(
                Locale.ROOT,
                "more than help: %.0f ms (processor %.0f ms); our goals: median %.0f ms, least %.0f ms%n",
                1000 * (build.wall() - help.wall()),
                1000 * (build.processor() - help.processor()),
                goals.stream().sorted().toList().get(rounds / 2),
                goals.stream().sorted().toList().get(0));
    }

    private Timed maven(String goal) throws IOException, InterruptedException {
        String command = Stream.concat(Stream.concat(CLOCK.stream(), options.stream()), Stream.of(goal))
                .map(each -> "'" + each + "'")
                .reduce("mvn -B", (all, each) -> all + " " + each);
        return Timed.ofShell("cd " + project + " && " + command + " > " + log);
    }

    /** Return the milliseconds that our goals took in the build whose log was written last. */
    private double goals() throws IOException {
        double sum = 0;
        double started = -1;
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            Matcher announced = ANNOUNCED.matcher(line);
            if (announced.matches()) {
                sum += started < 0 ? 0 : time(announced) - started;
                started = announced.group(6).contains("core-image") ? time(announced) : -1;
            }
        }
        return sum;
    }

    private static double time(Matcher announced) {
        double minutes = 60 * Double.parseDouble(announced.group(1)) + Double.parseDouble(announced.group(2));
        return 1000 * (60 * minutes + Double.parseDouble(announced.group(3))) + Double.parseDouble(announced.group(4));
    }
}
