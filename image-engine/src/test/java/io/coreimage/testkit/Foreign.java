package io.coreimage.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The doors to judges that none of us wrote.
 *
 * <p>Where a tool is missing a test is skipped and says so; under {@code CI=true} a missing tool fails instead, since CI
 * installs them all. What the machine itself forbids (a loop mount, hardware virtualisation, the oracle's folder) is
 * skipped in CI too, and counted: every such skip is a line in {@code target/skipped-checks.txt}, which {@code .ci/run}
 * prints at its end.
 */
public final class Foreign {

    private static final List<String> SYSTEM_FOLDERS = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");
    private static final Path SKIPPED = Path.of("target", "skipped-checks.txt");

    private Foreign() {}

    /** Return an installed program by name, or skip (in CI: fail) the test. */
    public static ForeignTool tool(String name) {
        Optional<Path> program = find(name);
        if (program.isEmpty() && inContinuousIntegration()) {
            Assertions.fail("the foreign tool \"" + name + "\" is not installed; .ci/run has to install it");
        }
        Assumptions.assumeTrue(program.isPresent(), () -> "the foreign tool \"" + name + "\" is not installed");
        return new ForeignTool(program.orElseThrow());
    }

    /** Return whether an installed program has that name, without skipping anything. */
    public static boolean has(String name) {
        return find(name).isPresent();
    }

    /** Return the folder of snapd's own tools, or skip the test where nobody built them. */
    public static Path oracle() {
        String folder = System.getenv("CORE_IMAGE_ORACLE");
        requireMachine("oracle", folder != null && Files.isDirectory(Path.of(folder, "bin")));
        return Path.of(String.valueOf(folder));
    }

    /** Return one of snapd's own tools, such as {@code seedcheck} or {@code newest/snap}. */
    public static ForeignTool oracleTool(String name) {
        Path program = oracle().resolve("bin").resolve(name);
        requireMachine("oracle tool " + name, Files.isExecutable(program));
        return new ForeignTool(program);
    }

    /** Skip the test, visibly and also in CI, where the machine does not allow something. */
    public static void requireMachine(String what, boolean allowed) {
        if (!allowed) {
            note(what);
        }
        Assumptions.assumeTrue(allowed, () -> "this machine has no " + what);
    }

    /** Return whether this run is CI's, where a missing tool is a failure. */
    public static boolean inContinuousIntegration() {
        return "true".equals(System.getenv("CI"));
    }

    private static void note(String what) {
        String test = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::toStackTraceElement)
                        .filter(frame -> frame.getClassName().endsWith("Test"))
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .findFirst()
                        .orElse("a test"));
        try {
            Files.createDirectories(SKIPPED.toAbsolutePath().getParent());
            Files.writeString(
                    SKIPPED,
                    String.format(Locale.ROOT, "%s: no %s%n", test, what),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":")), SYSTEM_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
