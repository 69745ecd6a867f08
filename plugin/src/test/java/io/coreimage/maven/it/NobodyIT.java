package io.coreimage.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.SeedsShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A build by a user who may do nothing and has nothing: no program to call, no loop devices, a home that cannot be written to
 * except for the cache. Its image is the one that everybody else gets.
 */
@Execution(ExecutionMode.CONCURRENT)
class NobodyIT {

    private static final String NOBODY = "65534:65534";

    /** Hardly any device, hardly any right, no environment; and Maven's launcher without the script that starts it. */
    private static final String POVERTY = """
            set -e
            mkdir "$0.dev"
            for each in null zero random urandom; do
              touch "$0.dev/$each"
              mount --bind "/dev/$each" "$0.dev/$each"
            done
            mount --rbind "$0.dev" /dev
            ! ls /dev/loop* 2>/dev/null
            umask 077
            exec setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs /usr/bin/env -i PATH= LC_ALL=C "$@"
            """;

    @TempDir
    private Path folder;

    @Test
    void aBuildNeedsNothingButJava() throws IOException {
        Foreign.requireMachine(
                "other user", Foreign.tool("id").run("-u").strip().equals("0"));
        try (SeedsShop shop = SeedsShop.open(Files.createDirectories(folder.resolve("shop")))) {
            Workbench somebody = Workbench.at(folder.resolve("somebody"), shop).write("tiny.json", Workbench.MODEL);
            somebody.goal("assemble", "-Dcore-image.modelFile=tiny.json").succeeds();
            Workbench nobody = Workbench.at(folder.resolve("nobody"), shop).write("tiny.json", Workbench.MODEL);
            prepare(nobody);
            Workbench.Run run = nobody.run(poor(nobody)).succeeds();
            assertThat(run.log()).contains("Signed model", "Wrote ");
            for (String each : List.of("pc.img", "seed.manifest", "snaps.manifest", "tiny.model")) {
                assertThat(Files.mismatch(
                                somebody.folder().resolve(each), nobody.folder().resolve(each)))
                        .as(each)
                        .isEqualTo(-1);
            }
            assertThat(nobody.home().resolve(".cache/core-image")).isNotEmptyDirectory();
        }
    }

    /** A local repository with all that Maven needs, in a home of somebody else. */
    private void prepare(Workbench bench) throws IOException {
        Foreign.tool("cp")
                .run("-r", System.getProperty("it.repository"), bench.home().resolve("repository"));
        Foreign.tool("find").run(bench.home(), "-name", "_remote.repositories", "-delete");
        Files.writeString(bench.home().resolve("settings.xml"), "<settings/>");
        Files.createDirectories(bench.home().resolve(".cache"));
        Foreign.tool("chown").run("-R", NOBODY, bench.home().resolve(".cache"), bench.folder());
        Foreign.tool("chmod").run("-R", "a+rX", folder);
        Foreign.tool("chmod").run("a-w", bench.home());
    }

    private static ProcessBuilder poor(Workbench bench) throws IOException {
        Foreign.requireMachine(
                "mounts of one's own",
                Foreign.tool("unshare").judge("--mount", "true").status() == 0);
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "bash", "-c", POVERTY));
        command.add(bench.folder().toString());
        command.addAll(List.of("HOME=" + bench.home(), "TZ=Pacific/Chatham"));
        command.addAll(launcher(bench));
        command.addAll(List.of("-o", "-B", "-s", bench.home() + "/settings.xml"));
        command.add("-Dmaven.repo.local=" + bench.home() + "/repository");
        bench.options().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dcore-image.modelFile=tiny.json");
        command.add(Workbench.GOAL + "assemble");
        return new ProcessBuilder(command).directory(bench.folder().toFile());
    }

    private static List<String> launcher(Workbench bench) throws IOException {
        Path maven = Path.of(System.getProperty("maven.home"));
        try (Stream<Path> boot = Files.list(maven.resolve("boot"))) {
            Path jar = boot.filter(each -> each.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            return List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.home=" + bench.home(),
                    "-Dmaven.home=" + maven,
                    "-Dclassworlds.conf=" + maven.resolve("bin/m2.conf"),
                    "-Dmaven.multiModuleProjectDirectory=" + bench.folder(),
                    "-cp",
                    jar.toString(),
                    "org.codehaus.plexus.classworlds.launcher.Launcher");
        }
    }
}
