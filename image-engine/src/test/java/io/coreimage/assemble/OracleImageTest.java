package io.coreimage.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreimage.bootloader.Customization;
import io.coreimage.cache.Cache;
import io.coreimage.disk.DiskWriter;
import io.coreimage.disk.SectorSize;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.resolve.Resolver;
import io.coreimage.resolve.ShopFolder;
import io.coreimage.seed.OracleCase;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.TakenApart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whole images of the oracle's models before the judges that a device would be. */
class OracleImageTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

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
        try (Cache cache = Cache.open(folder.resolve(cacheName), TIME)) {
            Choice choice = new Resolver(
                            new ShopFolder(each.store(scenario)), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .resolve(each.model(scenario), each.wishes(scenario));
            Customization customization = new Customization(
                    false, null, each.wishes(scenario).customization().bootFlags());
            return Assembler.plan(
                    choice,
                    new ImageOptions(TIME, SectorSize.BYTES_512, ImageSizes.AS_NEEDED, null, null, customization));
        }
    }
}
