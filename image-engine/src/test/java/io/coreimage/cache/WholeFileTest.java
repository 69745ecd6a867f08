package io.coreimage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Directories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of users appear whole or not at all, and nothing else stays beside them. */
class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileTakesTheOldOnesPlace() throws IOException {
        Path file = folder.resolve("new/core-image.lock");
        write(file, "one");
        write(file, "two");
        assertThat(file).hasContent("two");
        assertThat(file.getParent()).isDirectoryContaining(each -> each.equals(file));
        assertThat(Directories.list(file.getParent())).hasSize(1);
    }

    @Test
    void aWriterThatFailsLeavesTheOldOne() throws IOException {
        Path file = folder.resolve("core-image.lock");
        write(file, "one");
        assertThatThrownBy(() -> WholeFile.write(file, target -> {
                    target.write('x');
                    throw new IOException("full");
                }))
                .hasMessage("full");
        assertThat(file).hasContent("one");
        assertThat(Directories.list(folder)).hasSize(1);
    }

    @Test
    void whatAKilledWriterLeftIsInNobodysWay() throws IOException {
        Path file = folder.resolve("core-image.lock");
        Files.writeString(folder.resolve(".core-image.lock.1.tmp"), "half");
        write(file, "one");
        assertThat(file).hasContent("one");
        assertThat(folder.resolve(".core-image.lock.1.tmp")).hasContent("half");
    }

    private static void write(Path file, String text) throws IOException {
        WholeFile.write(file, target -> target.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
