package io.coreimage.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program that none of us wrote, ready to be run. */
public final class ForeignTool {

    private static final long LIMIT_MINUTES = 10;

    private final Path program;
    private final @Nullable Path folder;
    private final Map<String, String> environment;
    private final byte[] input;

    ForeignTool(Path program) {
        this(program, null, Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"), new byte[0]);
    }

    private ForeignTool(Path program, @Nullable Path folder, Map<String, String> environment, byte[] input) {
        this.program = program;
        this.folder = folder;
        this.environment = environment;
        this.input = input;
    }

    /** Return the tool working in a folder. */
    public ForeignTool in(Path other) {
        return new ForeignTool(program, other, environment, input);
    }

    /** Return the tool with a further environment variable. */
    public ForeignTool with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new ForeignTool(program, folder, more, input);
    }

    /** Return the tool with something on its standard input. */
    public ForeignTool reading(byte[] bytes) {
        return new ForeignTool(program, folder, environment, bytes.clone());
    }

    /** Return where the program is. */
    public Path program() {
        return program;
    }

    /** Run the tool to its end and return what it said, whatever it thinks. */
    public Verdict judge(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        try {
            return run(command);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command + " ran", ex);
        }
    }

    /** Run the tool, which must be content (exit status 0), and return its standard output. */
    public String run(Object... arguments) {
        Verdict verdict = judge(arguments);
        assertThat(verdict.status())
                .as("%s %s%n%s", program.getFileName(), List.of(arguments), verdict.all())
                .isZero();
        return verdict.output();
    }

    private Verdict run(List<String> command) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("foreign");
        Path stdin = Files.write(scratch.resolve("in"), input);
        Path stdout = scratch.resolve("out");
        Path stderr = scratch.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(stdin.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().putAll(environment);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        Process process = builder.start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException(command + " did not end within " + LIMIT_MINUTES + " minutes");
        }
        Verdict verdict = new Verdict(process.exitValue(), Files.readAllBytes(stdout), Files.readAllBytes(stderr));
        for (Path each : List.of(stdin, stdout, stderr, scratch)) {
            Files.delete(each);
        }
        return verdict;
    }

    /**
     * What a tool said.
     * @param status its exit status
     * @param stdout its standard output
     * @param stderr its standard error
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Verdict(int status, byte[] stdout, byte[] stderr) {

        public String output() {
            return new String(stdout, StandardCharsets.UTF_8);
        }

        public String errors() {
            return new String(stderr, StandardCharsets.UTF_8);
        }

        public String all() {
            return output() + errors();
        }
    }
}
