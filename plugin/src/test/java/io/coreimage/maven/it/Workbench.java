package io.coreimage.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.SeedsShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder in which Maven runs with the plugin under test, and the small store that it buys from.
 * @param folder the current folder of every Maven
 * @param home the home of whoever starts it
 * @param options the options that say where the store is and whom to trust
 */
record Workbench(Path folder, Path home, Map<String, String> options) {

    /** The model of most tests: a PC with Ubuntu Core 24. */
    static final String MODEL = """
            {"type": "model", "series": "16", "authority-id": "BRAND", "brand-id": "BRAND", "model": "tiny",
             "architecture": "amd64", "base": "core24", "grade": "signed", "timestamp": "2026-11-01T00:00:00Z", "snaps": [
              {"name": "pc", "type": "gadget", "default-channel": "24/stable", "id": "UqFziVZDHLSyO3TqSWgNBoAdHbLI4dAH"},
              {"name": "pc-kernel", "type": "kernel", "default-channel": "24/stable", "id": "pYVQrBcKmBa0mZ4CCN7ExT6jH8rY1hza"},
              {"name": "core24", "type": "base", "default-channel": "latest/stable", "id": "dwTAh7MZZ01zyriOZErqd1JynQLiOGvM"},
              {"name": "snapd", "type": "snapd", "default-channel": "latest/stable", "id": "PMrrV4ml8uWuEUDBT8dSGnKUYbevVhc4"}]}
            """.replace("BRAND", SeedsShop.BRAND);

    /** What stands in front of a goal's name. */
    static final String GOAL = "io.coreimage:core-image-maven-plugin:" + System.getProperty("it.version") + ":";

    private static final long PATIENCE_MINUTES = 10;

    /**
     * What came of it.
     * @param status how Maven ended
     * @param log what it said
     */
    record Run(int status, String log) {

        Run succeeds() {
            assertThat(status).as(log).isZero();
            return this;
        }

        Run fails() {
            assertThat(status).as(log).isNotZero();
            return this;
        }
    }

    /** Set one up; its folder is empty. */
    static Workbench at(Path folder, SeedsShop shop) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Map<String, String> options = new TreeMap<>();
        options.put("core-image.storeDirectory", shop.shelf().toString());
        options.put("core-image.trusted", shop.rootFile().toString());
        options.put("core-image.keyFile", shop.keyFile().toString());
        return new Workbench(Files.createDirectories(folder.resolve("work")), home, options);
    }

    /** Write a file. */
    Workbench write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Run a goal that needs no project. */
    Run goal(String name, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(GOAL + name));
        all.addAll(List.of(words));
        return maven(all);
    }

    /** Run Maven in a project. */
    Run build(String... words) throws IOException {
        return maven(List.of(words));
    }

    private Run maven(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("maven.home") + "/bin/mvn", "-B"));
        command.addAll(List.of("-s", System.getProperty("it.settings")));
        command.add("-Dmaven.repo.local=" + System.getProperty("it.repository"));
        command.add("-Dit.central=" + System.getProperty("it.central"));
        options.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("CI");
        builder.environment().put("XDG_CACHE_HOME", home.resolve(".cache").toString());
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + home);
        return run(builder);
    }

    /** Run a program to its end. */
    Run run(ProcessBuilder builder) throws IOException {
        Path log = Files.createTempFile(home, "log", ".txt");
        Process process = builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(log));
    }

    /** Return the files below the folder, by their names. */
    List<String> files() {
        return files(folder);
    }

    /** Return the files below a folder, by their names from there. */
    static List<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString())
                    .sorted()
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
