package io.coreimage.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.SeedsShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A build after which nothing changed does nothing; but whatever changes, the work is done. Each module of a reactor is such
 * a build: all are built, built again, changed in one way each, and built once more.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnchangedIT {

    private static final String SKIPPED = "Nothing changed: 4 snaps are here and verified, as locked in ";
    private static final String FETCHED = "INFO] 4 snaps are here and verified, as locked in ";
    private static final String NO_IMAGE = "Nothing changed: the images in ";
    private static final String SIGNED = "Signed model ";
    private static final String FOUND_SIGNED = "Model already signed: ";

    /** What Maven says at the end of modules that failed. */
    private static final Pattern FAILURE = Pattern.compile("(?m)^\\[ERROR\\] .* on project (\\S+): (.*)$");

    private static final List<String> OF_FETCH = List.of(
            "same",
            "touched",
            "lock",
            "assertions",
            "model",
            "root",
            "key",
            "wish",
            "pruned",
            "altered",
            "shared",
            "added",
            "target",
            "used",
            "signed",
            "execution",
            "property");

    private static final List<String> OF_ASSEMBLE = List.of("image", "image-gone", "image-info");

    private static final String PARENT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>io.coreimage.it</groupId>
              <artifactId>unchanged</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <modules>
            MODULES  </modules>
              <properties>
                <cache>${project.basedir}/../cache</cache>
                <wish></wish>
                <name>tiny</name>
              </properties>
              <build>
                <pluginManagement>
                  <plugins>
                    <plugin>
                      <groupId>io.coreimage</groupId>
                      <artifactId>core-image-maven-plugin</artifactId>
                      <version>VERSION</version>
                      <configuration>
                        <modelFile>${project.basedir}/model.json</modelFile>
                        <trusted>${project.basedir}/roots.assert</trusted>
                        <keyFile>${project.basedir}/key.asc</keyFile>
                        <cacheDirectory>${cache}</cacheDirectory>
                        <channel>${wish}</channel>
                        <diskInfo>${project.basedir}/info</diskInfo>
                      </configuration>
                    </plugin>
                  </plugins>
                </pluginManagement>
              </build>
            </project>
            """;

    private static final String MODULE = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>io.coreimage.it</groupId>
                <artifactId>unchanged</artifactId>
                <version>1</version>
              </parent>
              <artifactId>NAME</artifactId>
              <packaging>pom</packaging>
              <properties>
                <cache>CACHE</cache>
              </properties>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.coreimage</groupId>
                    <artifactId>core-image-maven-plugin</artifactId>
                    <executions>
                      <execution>
                        <id>default-all</id>
                        <goals>
                          <goal>sign</goal>
                          <goal>fetch</goal>GOAL
                        </goals>
                      </execution>
                    </executions>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    private static Path folder;

    private SeedsShop shop;
    private Workbench bench;
    private Map<String, String> second;
    private Map<String, String> third;

    @BeforeAll
    void buildThreeTimes() throws IOException {
        shop = SeedsShop.open(folder.resolve("shop"));
        bench = Workbench.at(folder, shop);
        bench.options().clear();
        bench.options().put("core-image.storeUrl", shop.store().url());
        equip();
        build("package").succeeds();
        shop.store().forget();
        second = byModule(build("package").succeeds());
        assertThat(shop.store().requests()).isEmpty();
        change();
        third = byModule(build("package", "--fail-at-end").fails());
    }

    @AfterAll
    void closeTheShop() {
        shop.close();
    }

    private Workbench.Run build(String... words) throws IOException {
        return bench.build(words);
    }

    private Path file(String module, String name) {
        return bench.folder().resolve(module).resolve(name);
    }

    /** One module makes the lock that all of them have. */
    private void equip() throws IOException {
        StringBuilder modules = new StringBuilder();
        for (String each :
                Stream.concat(OF_FETCH.stream(), OF_ASSEMBLE.stream()).toList()) {
            modules.append("    <module>").append(each).append("</module>\n");
            boolean alone = List.of("pruned", "altered", "shared").contains(each);
            bench.write(
                            each + "/pom.xml",
                            MODULE.replace("NAME", each)
                                    .replace(
                                            "CACHE", alone ? "${project.basedir}/cache" : "${project.basedir}/../cache")
                                    .replace("GOAL", OF_ASSEMBLE.contains(each) ? "<goal>assemble</goal>" : ""))
                    .write(
                            each + "/model.json",
                            Workbench.MODEL.replace("tiny", each.equals("property") ? "${name}" : "tiny"))
                    .write(each + "/info", "info\n");
            Files.copy(shop.rootFile(), file(each, "roots.assert"));
            Files.copy(shop.keyFile(), file(each, "key.asc"));
        }
        bench.write("pom.xml", PARENT.replace("MODULES", modules).replace("VERSION", System.getProperty("it.version")));
        build("-f", "same", Workbench.GOAL + "lock").succeeds();
        for (String each :
                Stream.concat(OF_FETCH.stream(), OF_ASSEMBLE.stream()).toList()) {
            for (String name : List.of("core-image.lock", "core-image.assertions")) {
                Files.copy(file("same", name), file(each, name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void change() throws IOException {
        Files.setLastModifiedTime(file("touched", "core-image.lock"), FileTime.fromMillis(0));
        replace(file("lock", "core-image.lock"), "\"24/stable\"", "\"24/edge\"");
        replace(file("assertions", "core-image.assertions"), "type: account\n", "type: account\n\n");
        replace(file("model", "model.json"), "latest/stable", "latest/edge");
        Files.writeString(
                file("root", "roots.assert"), Files.readString(shop.rootFile()).replaceFirst("(?s)\n\n\\S.*", "\n"));
        Files.writeString(file("key", "key.asc"), "no key");
        replace(file("wish", "pom.xml"), "<cache>", "<wish>latest/edge</wish><cache>");
        Path pruned = blob("pruned");
        Files.delete(pruned);
        Path altered = blob("altered");
        byte[] bytes = Files.readAllBytes(altered);
        bytes[bytes.length / 2] ^= 1;
        FileTime time = Files.getLastModifiedTime(altered);
        Files.setPosixFilePermissions(altered, PosixFilePermissions.fromString("rw-------"));
        Files.write(altered, bytes);
        Files.setPosixFilePermissions(altered, PosixFilePermissions.fromString("r--------"));
        Files.setLastModifiedTime(altered, time);
        Files.setPosixFilePermissions(file("shared", "cache/blobs"), PosixFilePermissions.fromString("rwxrwxrwx"));
        bench.write("added/src/main/core-image/snaps/pc_1.snap", "no snap");
        remove(file("target", "target"));
        Files.delete(file("used", "target/core-image/core-image.assertions"));
        replace(file("signed", "target/tiny.model"), "model: tiny", "model: tony");
        replace(file("execution", "pom.xml"), "default-all", "default-other");
        replace(file("property", "pom.xml"), "<cache>", "<name>other</name><cache>");
        Files.delete(file("image-gone", "target/core-image/pc.img"));
        replace(file("image-info", "info"), "info", "other");
    }

    private Path blob(String module) throws IOException {
        try (Stream<Path> all = Files.walk(file(module, "cache/blobs"))) {
            return all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }

    private static void replace(Path file, String there, String instead) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(there);
        Files.writeString(file, text.replace(there, instead));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static Map<String, String> byModule(Workbench.Run run) {
        Map<String, String> logs = new TreeMap<>();
        String[] parts = run.log().split("(?m)^\\[INFO\\] Reactor Summary", 2);
        for (String each : parts[0].split("(?m)^\\[INFO\\] Building ")) {
            logs.put(each.substring(0, each.indexOf(' ')), each);
        }
        FAILURE.matcher(parts[1]).results().forEach(each -> logs.merge(each.group(1), each.group(2), String::concat));
        return logs;
    }

    @Test
    void nothingIsDoneTwice() {
        OF_FETCH.forEach(each -> assertThat(second.get(each)).contains(SKIPPED, FOUND_SIGNED));
        OF_ASSEMBLE.forEach(each -> assertThat(second.get(each)).contains(SKIPPED, FOUND_SIGNED, NO_IMAGE));
    }

    @Test
    void whatIsTheSameIsNotDoneOnceMore() {
        assertThat(third.get("same")).contains(SKIPPED, FOUND_SIGNED);
        assertThat(third.get("touched")).contains(SKIPPED, FOUND_SIGNED);
        assertThat(third.get("image")).contains(SKIPPED, FOUND_SIGNED, NO_IMAGE);
    }

    @Test
    void whatDoesNotFitTheLockIsRefused() {
        assertThat(third.get("lock")).contains("cannot read lock").doesNotContain(SKIPPED);
        assertThat(third.get("assertions")).contains("cannot ").doesNotContain(SKIPPED);
        assertThat(third.get("model"))
                .contains(SIGNED, "it was made for other inputs")
                .doesNotContain(SKIPPED);
        assertThat(third.get("wish")).contains("cannot use channel").doesNotContain(SKIPPED);
        assertThat(third.get("property")).contains(SIGNED, "other.model").doesNotContain(SKIPPED);
    }

    @Test
    void anotherRootOrKeyIsHeardOf() {
        assertThat(third.get("root")).contains("cannot ").doesNotContain(SKIPPED);
        assertThat(third.get("key")).contains("cannot ").doesNotContain(SKIPPED, FOUND_SIGNED);
    }

    @Test
    void whatIsNotInTheCacheComesAgain() throws IOException {
        assertThat(third.get("pruned")).contains("Fetched ", FETCHED);
        assertThat(third.get("altered")).contains("Fetched ", FETCHED);
        assertThat(Files.isRegularFile(blob("pruned"))).isTrue();
    }

    @Test
    void whatOthersMayHaveWrittenIsReadAgain() {
        assertThat(third.get("shared")).contains(FETCHED).doesNotContain(SKIPPED, "Fetched ");
    }

    @Test
    void aSnapThatStandsInForAnotherIsSeen() {
        assertThat(third.get("added")).contains("cannot ", "pc_1.snap").doesNotContain(SKIPPED);
    }

    @Test
    void whatIsGoneIsMadeAgain() {
        assertThat(third.get("target")).contains(SIGNED, FETCHED);
        assertThat(third.get("used")).contains(FETCHED).doesNotContain(SKIPPED);
        assertThat(file("used", "target/core-image/core-image.assertions")).isRegularFile();
        assertThat(third.get("signed")).contains(SIGNED);
        assertThat(file("signed", "target/tiny.model")).content().contains("\nmodel: tiny\n");
    }

    @Test
    void anotherExecutionDoesItsOwnWork() {
        assertThat(third.get("execution")).contains(FETCHED).doesNotContain(SKIPPED);
    }

    /** Also after a fetch that had nothing to do, an image gets its snaps. */
    @Test
    void anImageThatIsGoneOrHasOtherInputsIsBuiltAgain() {
        for (String each : List.of("image-gone", "image-info")) {
            assertThat(third.get(each)).contains("ubuntu-seed", "file system").doesNotContain(NO_IMAGE);
            assertThat(file(each, "target/core-image/pc.img")).isRegularFile();
        }
        assertThat(third.get("image-gone")).contains(SKIPPED);
    }
}
