package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.testkit.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law for each writer by itself: equal bytes in every world, from folders that list their files in another order. */
class WritersLawTest {

    @TempDir
    private Path folder;

    @Test
    void everyFileSystemHasTheSameBytesInEveryWorld() throws IOException {
        Path home = World.home(folder);
        List<World> worlds = World.all();
        List<String> plain = digests(worlds.get(0), home);
        assertThat(plain).hasSize(7).doesNotHaveDuplicates();
        for (World world : worlds.subList(1, worlds.size())) {
            assertThat(digests(world, home)).as(world.name()).isEqualTo(plain);
        }
    }

    private static List<String> digests(World world, Path home) {
        return world.run(home, WriterPrinter.class, world.work(home));
    }
}
