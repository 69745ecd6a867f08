package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coreimage.bytes.Directories;
import io.coreimage.disk.DiskWriter;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.seed.OracleCase;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.TakenApart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole images of the oracle's models before the judges that a device would be. */
class OracleImageTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("io.coreimage.seed.OracleCase#GOOD")
    void snapdLoadsTheSeedInsideTheImage(OracleCase each) throws IOException {
        ImagePlan plan = plan(each, "cache");
        assertThat(plan).isEqualTo(plan(each, "other-cache"));
        for (VolumePlan volume : plan.volumes()) {
            Path image = folder.resolve(volume.volume() + ".img");
            DiskWriter.write(volume.disk(), image);
            TakenApart parts = TakenApart.of(image, folder).check();
            assertThat(loaded("newest/seedcheck", parts.seed())).isEqualTo(loaded("newest/seedcheck", reference(each)));
            if (!each.isNew()) {
                Foreign.oracleTool("seedcheck").run("-strict", parts.seed());
            }
        }
    }

    /** What snapd makes of a seed, in every mode, without what we call the system and its files. */
    private static List<JsonNode> loaded(String seedcheck, Path seed) throws IOException {
        String said = Foreign.oracleTool(seedcheck).run("-strict", "-json", seed);
        List<JsonNode> snaps = new ArrayList<>();
        new ObjectMapper().readTree(said).path("Snaps").forEach(each -> {
            ((ObjectNode) each).remove("File");
            snaps.add(each);
        });
        assertThat(snaps).isNotEmpty();
        return snaps;
    }

    private static Path reference(OracleCase each) {
        Path prepared = each.reference(Foreign.oracle().resolve("scenario"));
        Foreign.requireMachine("prepared image " + each, Files.isDirectory(prepared));
        Path seed = prepared.resolve("system-seed");
        return Files.isDirectory(seed) ? seed : prepared.resolve("image/var/lib/snapd/seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uc16-small", "uc18-small", "uc24-secured-small"})
    void oneFlippedByteInASnapIsNoticed(String name) throws IOException {
        VolumePlan volume = plan(OracleCase.named(name), "cache").volumes().get(0);
        Path image = folder.resolve("flipped.img");
        DiskWriter.write(volume.disk(), image);
        Path seed = TakenApart.of(image, folder).seed();
        for (Path snap : Directories.list(seed.resolve("snaps"))) {
            byte[] whole = Files.readAllBytes(snap);
            byte[] flipped = whole.clone();
            flipped[whole.length / 2] ^= 1;
            Files.write(snap, flipped);
            assertThat(Foreign.oracleTool("newest/seedcheck").judge(seed).status())
                    .as(snap.toString())
                    .isEqualTo(1);
            Files.write(snap, whole);
        }
        Foreign.oracleTool("newest/seedcheck").run("-strict", seed);
    }

    private ImagePlan plan(OracleCase each, String cacheName) throws IOException {
        Path scenario = Foreign.oracle().resolve("scenario");
        Foreign.requireMachine("oracle case " + each, Files.isDirectory(each.store(scenario)));
        return new OracleImages(scenario, OracleTrust.at(OracleImages.TIME)).plan(each, folder.resolve(cacheName));
    }
}
