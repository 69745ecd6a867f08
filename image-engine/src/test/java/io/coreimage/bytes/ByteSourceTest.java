package io.coreimage.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSourceTest {

    private static final ByteSource BYTES = ByteSource.of(new byte[] {1, 2, 3, 4, 5});

    @TempDir
    Path folder;

    @Test
    void readsARange() throws IOException {
        byte[] range = new byte[3];
        BYTES.read(1, 3).get(range);
        assertThat(range).containsExactly(2, 3, 4);
    }

    @Test
    void refusesARangeBeyondTheEnd() {
        assertThatThrownBy(() -> BYTES.read(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> BYTES.slice(-1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void partsOfPartsAreParts() throws IOException {
        ByteSource part = BYTES.slice(1, 4).slice(1, 2);
        assertThat(part.readAll()).containsExactly(3, 4);
        assertThat(part).isEqualTo(BYTES.slice(2, 2)).isNotEqualTo(BYTES.slice(1, 2));
    }

    @Test
    void aConcatenationReadsAcrossItsParts() throws IOException {
        ByteSource all = ByteSource.concat(List.of(BYTES, ByteSource.zeros(2), BYTES.slice(0, 1), BYTES));
        assertThat(all.size()).isEqualTo(13);
        assertThat(all.slice(4, 5).readAll()).containsExactly(5, 0, 0, 1, 1);
        assertThat(all.slice(7, 1).readAll()).containsExactly(1);
        assertThat(all.slice(13, 0).readAll()).isEmpty();
    }

    @Test
    void aFileIsWhatItsBytesAreAndNotWhereItLies() throws IOException {
        Path one = Files.write(folder.resolve("one"), new byte[] {1, 2, 3, 4, 5});
        Path other = Files.write(folder.resolve("other"), new byte[] {1, 2, 3, 4, 5});
        assertThat(ByteSource.ofFile(one, 5))
                .isEqualTo(ByteSource.ofFile(other, 5))
                .isEqualTo(BYTES);
        assertThat(ByteSource.ofFile(one, 5).id().toString()).doesNotContain("one");
    }

    @Test
    void aFileThatBecameShorterIsNoticed() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[5]);
        ByteSource source = ByteSource.ofFile(file, 5);
        Files.write(file, new byte[3]);
        assertThatThrownBy(source::readAll)
                .isInstanceOf(EOFException.class)
                .hasMessage("file ends at 3 but 2 more bytes belong to it");
    }

    @Test
    void aComputationMustKeepItsWord() {
        ByteSource liar = ByteSource.computed(ContentId.ofRecipe("liar", 3, List.of(1)), () -> new byte[4]);
        assertThatThrownBy(liar::readAll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4 bytes");
    }

    @Test
    void recipesAreEqualWhenTheirParametersAre() {
        ContentId one = ContentId.ofRecipe("bitmap", 3, List.of(1, "a"));
        assertThat(one).isEqualTo(ContentId.ofRecipe("bitmap", 3, List.of(1, "a")));
        assertThat(one).isNotEqualTo(ContentId.ofRecipe("bitmap", 3, List.of(1, "b")));
        assertThat(one).isNotEqualTo(ContentId.ofRecipe("table", 3, List.of(1, "a")));
        assertThat(ContentId.ofRecipe("r", 1, List.of("ab", "c")))
                .isNotEqualTo(ContentId.ofRecipe("r", 1, List.of("a", "bc")));
    }

    @Test
    void zerosOfAnyNumberAreRead() throws IOException {
        assertThat(ByteSource.zeros(200_000).readAll()).isEqualTo(new byte[200_000]);
        assertThat(ByteSource.zeros(7).slice(2, 3)).isEqualTo(ByteSource.zeros(3));
    }
}
