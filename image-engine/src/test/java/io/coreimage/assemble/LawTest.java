package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.resolve.OracleTrust;
import io.coreimage.testkit.Foreign;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law over all: every image of the oracle has the same bytes in another folder, for another user, in another zone and
 * language, with another umask and number of processors, and on another JDK. A process of its own for each world.
 */
class LawTest {

    private static final String NOBODY = "65534";

    @TempDir
    private Path folder;

    /**
     * Where a build may run.
     * @param name what we call it
     * @param user the number of the user, or empty for whoever runs the tests
     * @param java the JDK
     * @param processors how many processors Java sees
     * @param umask what is taken from the permissions of new files
     * @param zone the time zone
     * @param options what Java is told besides, such as the language
     */
    private record World(
            String name, String user, Path java, int processors, String umask, String zone, List<String> options) {}

    @Test
    void theSameInputsGiveTheSameBytesInEveryWorld() throws IOException {
        Path home = home();
        Path java = Path.of(System.getProperty("java.home"));
        List<World> worlds = new ArrayList<>(List.of(
                new World("plain", "", java, 1, "022", "UTC", List.of("-Duser.language=en", "-Dfile.encoding=UTF-8")),
                new World(
                        "elsewhere",
                        "",
                        java,
                        2,
                        "077",
                        "Pacific/Kiritimati",
                        List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-9")),
                new World(
                        "newer",
                        "",
                        newerJdk(),
                        2,
                        "002",
                        "Asia/Kathmandu",
                        List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH"))));
        if (isRoot()) {
            worlds.add(new World("nobody", NOBODY, java, 8, "027", "America/St_Johns", List.of("-Duser.language=ar")));
        } else {
            Foreign.requireMachine("other user", false);
        }
        List<CompletableFuture<List<String>>> digests = worlds.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> digests(home, each)))
                .toList();
        List<String> plain = digests.get(0).join();
        assertThat(plain).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        digests.forEach(each -> assertThat(each.join()).isEqualTo(plain));
    }

    private static List<String> digests(Path home, World world) {
        List<String> command = new ArrayList<>(List.of("-c", "umask " + world.umask() + "; exec \"$@\"", "sh"));
        if (!world.user().isEmpty()) {
            command.addAll(
                    List.of("setpriv", "--reuid", world.user(), "--regid", world.user(), "--clear-groups", "--"));
        }
        command.addAll(List.of(world.java().resolve("bin/java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ActiveProcessorCount=" + world.processors()));
        command.addAll(world.options());
        command.addAll(List.of("-cp", home + "/classes:" + home + "/lib/*", PlanPrinter.class.getName()));
        command.addAll(List.of(home + "/scenario", home + "/root", home + "/work/" + world.name() + "/somewhere"));
        return Foreign.tool("sh")
                .with("TZ", world.zone())
                .run(command.toArray())
                .lines()
                .toList();
    }

    /** What a build needs, where everybody may read it. */
    private Path home() throws IOException {
        Path scenario = Foreign.oracle().resolve("scenario");
        Path home = Files.createDirectories(folder.resolve("home"));
        Path classes = Files.createDirectories(home.resolve("classes"));
        Path jars = Files.createDirectories(home.resolve("lib"));
        for (String each : classPath().toList()) {
            if (Files.isDirectory(Path.of(each))) {
                Foreign.tool("cp").run("-r", each + "/io", classes);
            } else {
                Foreign.tool("cp").run(each, jars);
            }
        }
        Path copied = Files.createDirectories(home.resolve("scenario"));
        for (String each : List.of("models", "stores", "snaps", "prepared-newest")) {
            copy(scenario.resolve(each), copied.resolve(each));
        }
        Files.write(home.resolve("root"), OracleTrust.root());
        Foreign.tool("chmod").run("-R", "a+rX", folder);
        Files.createDirectories(home.resolve("work"));
        Files.setPosixFilePermissions(home.resolve("work"), PosixFilePermissions.fromString("rwxrwxrwx"));
        return home;
    }

    /** Not what is large, and not whole trees that were prepared. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.list(from)) {
            for (Path each : all.toList()) {
                boolean small = !each.getFileName().toString().contains("big");
                if (small && (Files.isRegularFile(each) || !from.endsWith("prepared-newest"))) {
                    Foreign.tool("cp").run("-rL", each, to);
                }
            }
        }
    }

    private static Stream<String> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator)).filter(each -> Files.exists(Path.of(each)));
    }

    private static boolean isRoot() {
        return Foreign.tool("id").run("-u").strip().equals("0");
    }

    /** A newer JDK than ours: the one that the environment names, or one that lies where distributions put them. */
    private static Path newerJdk() throws IOException {
        String named = System.getenv("CORE_IMAGE_NEWER_JDK");
        Path usual = Path.of("/usr/lib/jvm");
        try (Stream<Path> all = Files.isDirectory(usual) ? Files.list(usual) : Stream.empty()) {
            List<Path> found = Stream.concat(Stream.ofNullable(named).map(Path::of), all.sorted())
                    .filter(LawTest::isNewer)
                    .toList();
            Foreign.requireMachine("newer JDK", !found.isEmpty());
            return found.get(0);
        }
    }

    private static boolean isNewer(Path jdk) {
        try {
            return Files.isExecutable(jdk.resolve("bin/java"))
                    && Files.readString(jdk.resolve("release"))
                            .lines()
                            .filter(each -> each.startsWith("JAVA_VERSION=\""))
                            .map(each -> Runtime.Version.parse(each.substring(14, each.length() - 1)))
                            .anyMatch(each -> each.feature() > Runtime.version().feature());
        } catch (IOException ex) {
            return false;
        }
    }
}
