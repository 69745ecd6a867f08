package io.coreimage.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a build may run: a process of its own, in which nothing that must not matter is as it is elsewhere.
 * @param name what we call it
 * @param user the number of the user, or empty for whoever runs the tests
 * @param java the JDK
 * @param processors how many processors Java sees
 * @param umask what is taken from the permissions of new files
 * @param zone the time zone
 * @param options what Java is told besides, such as the language
 */
public record World(
        String name, String user, Path java, int processors, String umask, String zone, List<String> options) {

    private static final String NOBODY = "65534";

    /** Return all of them, the plainest first; where this machine has no newer JDK the test is skipped. */
    public static List<World> all() throws IOException {
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
        return List.copyOf(worlds);
    }

    /** Copy the classes of the tests to where everybody may read them, beside a folder where everybody may write. */
    public static Path home(Path folder) throws IOException {
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
        Foreign.tool("chmod").run("-R", "a+rX", folder);
        Files.createDirectories(home.resolve("work"));
        Files.setPosixFilePermissions(home.resolve("work"), PosixFilePermissions.fromString("rwxrwxrwx"));
        return home;
    }

    private static Stream<String> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator)).filter(each -> Files.exists(Path.of(each)));
    }

    /** Run a program of the tests in this world and return the lines that it prints. */
    public List<String> run(Path home, Class<?> program, Object... arguments) {
        List<Object> command = new ArrayList<>(List.of("-c", "umask " + umask + "; exec \"$@\"", "sh"));
        if (!user.isEmpty()) {
            command.addAll(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--"));
        }
        command.addAll(List.of(java.resolve("bin/java"), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ActiveProcessorCount=" + processors));
        command.addAll(options);
        command.addAll(List.of("-cp", home + "/classes:" + home + "/lib/*", program.getName()));
        command.addAll(List.of(arguments));
        return Foreign.tool("sh")
                .with("TZ", zone)
                .run(command.toArray())
                .lines()
                .toList();
    }

    /** Return the folder in which this world may work. */
    public Path work(Path home) {
        return home.resolve("work").resolve(name).resolve("somewhere");
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
                    .filter(World::isNewer)
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
