package io.coreimage.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.SeedsShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Several images from one project. */
@Execution(ExecutionMode.CONCURRENT)
class ExecutionsIT {

    private static final String DEFAULT = """
                    <execution>
                      <goals>
                        <goal>sign</goal>
                        <goal>fetch</goal>
                        <goal>assemble</goal>
                      </goals>
                    </execution>
            """;
    private static final String LARGE = """
                    <execution>
                      <id>large</id>
                      <phase>validate</phase>
                      <goals>
                        <goal>assemble</goal>
                      </goals>
                      <configuration>
                        <modelFile>${model}</modelFile>
                        <imageSize>512M</imageSize>
                        <outputDirectory>${large.folder}</outputDirectory>
                      </configuration>
                    </execution>
            """;

    @TempDir
    private static Path shopFolder;

    private static SeedsShop shop;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openTheShop() throws IOException {
        shop = SeedsShop.open(shopFolder);
    }

    @AfterAll
    static void closeTheShop() {
        shop.close();
    }

    private static String pom(String name, String executions) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.coreimage.it</groupId>
                  <artifactId>NAME</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <properties>
                    <model>../other.json</model>
                    <large.folder>${project.build.directory}/core-image/large</large.folder>
                  </properties>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.coreimage</groupId>
                        <artifactId>core-image-maven-plugin</artifactId>
                        <version>VERSION</version>
                        <configuration>
                          <modelFile>../tiny.json</modelFile>
                        </configuration>
                        <executions>
                EXECUTIONS
                        </executions>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.replace("NAME", name)
                .replace("VERSION", System.getProperty("it.version"))
                .replace("EXECUTIONS", executions);
    }

    /** Two modules at once, the one with its executions the other way round: all have the same images. */
    @Test
    void everyExecutionHasAPlaceOfItsOwnAndTheirOrderDoesNotMatter() throws IOException {
        Workbench bench = Workbench.at(folder, shop)
                .write("tiny.json", Workbench.MODEL)
                .write("other.json", Workbench.MODEL.replace("\"tiny\"", "\"other\""))
                .write("one/pom.xml", pom("one", LARGE + DEFAULT))
                .write("two/pom.xml", pom("two", DEFAULT + LARGE.replace("validate", "verify")))
                .write("pom.xml", """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>io.coreimage.it</groupId>
                          <artifactId>all</artifactId>
                          <version>1</version>
                          <packaging>pom</packaging>
                          <modules>
                            <module>one</module>
                            <module>two</module>
                          </modules>
                        </project>
                        """);
        bench.build("-T2", "verify").succeeds();
        Path one = bench.folder().resolve("one/target");
        Path two = bench.folder().resolve("two/target");
        assertThat(Workbench.files(one))
                .containsExactly(
                        "core-image/.core-image.stamp",
                        "core-image/.evidence/assemble-default",
                        "core-image/.evidence/sign-default",
                        "core-image/core-image.assertions",
                        "core-image/core-image.lock",
                        "core-image/large/.core-image.stamp",
                        "core-image/large/core-image.assertions",
                        "core-image/large/core-image.lock",
                        "core-image/large/other.buildinfo",
                        "core-image/large/other.cdx.json",
                        "core-image/large/pc.img",
                        "core-image/large/seed.manifest",
                        "core-image/large/snaps.manifest",
                        "core-image/pc.img",
                        "core-image/seed.manifest",
                        "core-image/snaps.manifest",
                        "core-image/tiny.buildinfo",
                        "core-image/tiny.cdx.json",
                        "other.model",
                        "tiny.model")
                .isEqualTo(Workbench.files(two));
        assertThat(Files.mismatch(one.resolve("core-image/pc.img"), two.resolve("core-image/pc.img")))
                .isEqualTo(-1);
        Path large = Path.of("core-image/large/pc.img");
        assertThat(Files.mismatch(one.resolve(large), two.resolve(large))).isEqualTo(-1);
        assertThat(Files.size(one.resolve(large))).isEqualTo(512L << 20);
    }

    @Test
    void twoThatWriteTheSameAreRefusedAtOnce() throws IOException {
        Workbench bench = Workbench.at(folder, shop)
                .write("tiny.json", Workbench.MODEL)
                .write("other.json", Workbench.MODEL.replace("\"signed\"", "\"secured\""))
                .write("one/pom.xml", pom("one", LARGE + DEFAULT));
        assertThat(bench.build("-f", "one", "package", "-Dlarge.folder=target/core-image")
                        .fails()
                        .log())
                .contains("cannot build two images in folder \"")
                .contains("the executions \"large\" and \"default\" both write there");
        assertThat(bench.folder().resolve("one/target")).doesNotExist();
        assertThat(bench.build("-f", "one", "generate-resources").fails().log())
                .containsPattern(
                        "cannot sign a model into \"\\S+/one/target/tiny.model\": another execution of this build signs");
    }
}
