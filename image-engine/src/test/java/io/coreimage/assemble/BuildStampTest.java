package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStampTest {

    private static final Digest INPUTS = new InputDigest().add("model", "pc").finish();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void build() throws IOException {
        Files.writeString(folder.resolve("pc.img"), "image");
        Files.writeString(folder.resolve("seed.manifest"), "pc 1\n");
        file = folder.resolve("stamp");
        BuildStamp.of(INPUTS)
                .with(folder.resolve("pc.img"), "image", "pc", true)
                .with(folder.resolve("seed.manifest"), "manifest", "seed", false)
                .write(file);
    }

    @Test
    void holdsWhenNothingChanged() throws IOException {
        assertThat(holds(INPUTS)).isTrue();
    }

    @Test
    void saysWhatTheOutputsAre() throws IOException {
        assertThat(BuildStamp.read(file).orElseThrow().outputs().get("pc.img"))
                .extracting(BuildStamp.Output::type, BuildStamp.Output::qualifier, BuildStamp.Output::holdsSeed)
                .containsExactly("image", "pc", true);
    }

    @Test
    void doesNotHoldForOtherInputs() throws IOException {
        assertThat(holds(new InputDigest().add("model", "pi").finish())).isFalse();
    }

    @Test
    void doesNotHoldWhenAnOutputIsGone() throws IOException {
        Files.delete(folder.resolve("seed.manifest"));
        assertThat(holds(INPUTS)).isFalse();
    }

    @Test
    void doesNotHoldWhenAnOutputWasTouched() throws IOException {
        Files.setLastModifiedTime(folder.resolve("pc.img"), FileTime.fromMillis(1));
        assertThat(holds(INPUTS)).isFalse();
    }

    @Test
    void aBrokenStampIsAsGoodAsNone() throws IOException {
        String whole = Files.readString(file);
        for (String broken :
                List.of("", "[]", whole + "\n", whole.replace("\t", " "), whole.replace("pc.img", "../pc.img"))) {
            Files.writeString(file, broken);
            assertThat(BuildStamp.read(file)).as(broken).isEmpty();
        }
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE});
        assertThat(BuildStamp.read(file)).isEmpty();
        assertThat(BuildStamp.read(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void doesNotHoldWhereNumbersAreBroken() throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst("\n[0-9]+\t", "\nmany\t"));
        assertThat(holds(INPUTS)).isFalse();
    }

    @Test
    void inputsDoNotRunTogether() {
        assertThat(new InputDigest().add("a", "bc").finish())
                .isNotEqualTo(new InputDigest().add("ab", "c").finish())
                .isNotEqualTo(new InputDigest().add("a", "b").add("", "c").finish());
    }

    private boolean holds(Digest inputs) throws IOException {
        return BuildStamp.read(file).orElseThrow().holds(inputs, folder);
    }
}
