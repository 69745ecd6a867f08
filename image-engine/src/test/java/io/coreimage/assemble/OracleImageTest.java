package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.disk.DiskWriter;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.seed.OracleCase;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.TakenApart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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
            Foreign.oracleTool("newest/seedcheck").run("-strict", parts.seed());
            if (!each.isNew()) {
                Foreign.oracleTool("seedcheck").run("-strict", parts.seed());
            }
        }
    }

    private ImagePlan plan(OracleCase each, String cacheName) throws IOException {
        Path scenario = Foreign.oracle().resolve("scenario");
        Foreign.requireMachine("oracle case " + each, Files.isDirectory(each.store(scenario)));
        return new OracleImages(scenario, OracleTrust.at(OracleImages.TIME)).plan(each, folder.resolve(cacheName));
    }
}
