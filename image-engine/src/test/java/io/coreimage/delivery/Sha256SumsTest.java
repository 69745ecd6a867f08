package io.coreimage.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Digest;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256SumsTest {

    @TempDir
    private Path folder;

    @Test
    void linesAreSortedByName() {
        SortedMap<String, Digest> digests = new TreeMap<>();
        digests.put("b", Digest.compute(Digest.Algorithm.SHA_256, ""));
        digests.put("a", Digest.compute(Digest.Algorithm.SHA_256, "a"));

        assertThat(new Sha256Sums(digests).text()).isEqualTo("""
                        ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a
                        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b
                        """);
    }

    @Test
    void sha256sumIsContent() throws IOException {
        Path one = Files.writeString(folder.resolve("pc.img"), "image");
        Path other = Files.writeString(folder.resolve("a b.bmap"), "map");

        Sha256Sums.of(List.of(one, other)).writeInto(folder);

        assertThat(Foreign.tool("sha256sum").in(folder).run("-c", "--strict", "SHA256SUMS"))
                .isEqualTo("a b.bmap: OK\npc.img: OK\n");
    }

    @Test
    void refusesNamesThatNeedAnEscape() {
        Digest digest = Digest.compute(Digest.Algorithm.SHA_256, "");
        for (String name : List.of("", "a/b", "a\\b", "a\nb")) {
            SortedMap<String, Digest> digests = new TreeMap<>();
            digests.put(name, digest);
            assertThatThrownBy(() -> new Sha256Sums(digests)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
