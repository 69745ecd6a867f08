package io.coreimage.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bytes.Digest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BuildRecordTest {

    private static final BuildEnvironment BUILDER = new BuildEnvironment(
            "1.2", new TreeMap<>(Map.of("java.version", "17.0.1", "name", "Ger\u00e4t C:\\new\n")));

    private static final BuildRecord RECORD = new BuildRecord(
            BUILDER,
            List.of(BuildRecord.Entry.of("model", Digest.compute(Digest.Algorithm.SHA_256, ""))),
            List.of(new BuildRecord.Entry("pc.img", 512, null)));

    @Test
    void saysWhoBuiltFromWhatAndWhatCameOut() {
        assertThat(RECORD.toText()).isEqualTo("""
                        buildinfo.version=1.0-SNAPSHOT
                        core-image.version=1.2
                        java.version=17.0.1
                        name=Ger\\u00e4t C:\\\\new
                        inputs.0.filename=model
                        inputs.0.checksums.sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                        outputs.0.filename=pc.img
                        outputs.0.length=512
                        """);
    }

    @Test
    void isReadAsProperties() throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(RECORD.toText()));
        assertThat(read).containsEntry("name", "Ger\u00e4t C:\\new").containsEntry("outputs.0.length", "512");
    }
}
