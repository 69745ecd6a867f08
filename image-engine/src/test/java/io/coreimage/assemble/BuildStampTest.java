package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
                .with(folder.resolve("pc.img"), "image", "pc")
                .with(folder.resolve("seed.manifest"), "manifest", "seed")
                .write(file);
    }

    @Test
    void holdsWhenNothingChanged() throws IOException {
        assertThat(holds(INPUTS)).isTrue();
    }

    @Test
    void saysWhatTheOutputsAre() throws IOException {
        assertThat(BuildStamp.read(file).orElseThrow().outputs().get("pc.img"))
                .extracting(BuildStamp.Output::type, BuildStamp.Output::qualifier)
                .containsExactly("image", "pc");
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
        Files.writeString(file, "{\"inputs\": 1");
        assertThat(BuildStamp.read(file)).isEmpty();
        Files.writeString(file, "[]");
        assertThat(BuildStamp.read(file)).isEmpty();
        assertThat(BuildStamp.read(folder.resolve("nowhere"))).isEmpty();
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
