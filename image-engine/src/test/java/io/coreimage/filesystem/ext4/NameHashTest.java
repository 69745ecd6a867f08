package io.coreimage.filesystem.ext4;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Guid;
import io.coreimage.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NameHashTest {

    @Test
    void hashesAsDebugfsDoes() throws IOException {
        String vectors = Golden.text(Path.of("src/test/resources/filesystem.ext4/half-md4.txt"));
        assertThat(vectors.lines()).hasSize(16).allSatisfy(line -> {
            String[] parts = line.split(" \\| ");
            long hash = NameHash.of(Guid.parse(parts[0]), true).of(Trees.text(parts[1]));
            assertThat(hash).as(line).isEqualTo(Long.decode(parts[2]));
        });
    }

    @Test
    void unsignedBytesHashDifferentlyOnlyOutsideAscii() {
        Guid seed = Trees.IDS.hashSeed();
        byte[] plain = Trees.text("plain");
        byte[] other = Trees.text("\u00fcn\u00efcode");
        assertThat(NameHash.of(seed, false).of(plain))
                .isEqualTo(NameHash.of(seed, true).of(plain));
        assertThat(NameHash.of(seed, false).of(other))
                .isNotEqualTo(NameHash.of(seed, true).of(other));
    }
}
