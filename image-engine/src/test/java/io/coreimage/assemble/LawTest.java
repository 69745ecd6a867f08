package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.resolve.OracleTrust;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @TempDir
    private Path folder;

    @Test
    void theSameInputsGiveTheSameBytesInEveryWorld() throws IOException {
        Path home = home();
        List<CompletableFuture<List<String>>> digests = World.all().stream()
                .map(each -> CompletableFuture.supplyAsync(() -> digests(home, each)))
                .toList();
        List<String> plain = digests.get(0).join();
        assertThat(plain).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        digests.forEach(each -> assertThat(each.join()).isEqualTo(plain));
    }

    private static List<String> digests(Path home, World world) {
        return world.run(home, PlanPrinter.class, home + "/scenario", home + "/root", world.work(home));
    }

    /** What a build needs, where everybody may read it. */
    private Path home() throws IOException {
        Path scenario = Foreign.oracle().resolve("scenario");
        Path home = World.home(folder);
        Path copied = Files.createDirectories(home.resolve("scenario"));
        for (String each : List.of("models", "stores", "snaps", "prepared-newest")) {
            copy(scenario.resolve(each), copied.resolve(each));
        }
        Files.write(home.resolve("root"), OracleTrust.root());
        Foreign.tool("chmod").run("-R", "a+rX", copied, home.resolve("root"));
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
}
