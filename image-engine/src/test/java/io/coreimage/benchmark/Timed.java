package io.coreimage.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long something took.
 * @param wall seconds by the clock on the wall, in which other processes of the machine share
 * @param processor seconds of processors, of all threads together; what the JVM's compilers take counts as ours
 */
record Timed(double wall, double processor) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Something that takes time. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    static Timed of(Work work) throws IOException, InterruptedException {
        long processor = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Timed((System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
    }

    /** Time a command of the shell by the shell's own clocks, so that starting the shell does not count. */
    static Timed ofShell(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(
                        "bash",
                        "-c",
                        "TIMEFORMAT='%R %U %S'; exec 3>&2 2>&1; time { " + command + " ; } >/dev/null 2>&3")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (shell.waitFor() != 0) {
            throw new IOException(command + " failed");
        }
        String[] times = said.strip().split(" ", -1);
        return new Timed(Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
    }

    /** Return the second half of some times: by then the JVM has compiled what matters. */
    static List<Timed> warm(List<Timed> all) {
        return all.subList(all.size() / 2, all.size());
    }

    static Timed median(List<Timed> all) {
        return new Timed(median(all, Timed::wall), median(all, Timed::processor));
    }

    private static double median(List<Timed> all, ToDoubleFunction<Timed> part) {
        return all.stream()
                .mapToDouble(part)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    static Timed least(List<Timed> all) {
        return new Timed(
                all.stream()
                        .min(Comparator.comparing(Timed::wall))
                        .orElseThrow()
                        .wall(),
                all.stream()
                        .min(Comparator.comparing(Timed::processor))
                        .orElseThrow()
                        .processor());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f s (processor %.3f s)", wall, processor);
    }

    /** Return this beside another, in text. */
    String beside(Timed other) {
        return String.format(Locale.ROOT, "%.2f (processor %.2f)", wall / other.wall, processor / other.processor);
    }
}
