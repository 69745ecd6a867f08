package io.coreimage.assemble;

import io.coreimage.bootloader.Customization;
import io.coreimage.cache.Cache;
import io.coreimage.disk.SectorSize;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.resolve.Resolver;
import io.coreimage.resolve.ShopFolder;
import io.coreimage.resolve.Trust;
import io.coreimage.resolve.Wishes;
import io.coreimage.seed.OracleCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The oracle's cases as plans of images.
 * @param scenario the folder of models and stores
 * @param trust whom to trust
 */
record OracleImages(Path scenario, Trust trust) {

    /** When all of them are built. */
    static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    /** Plan one, with a cache of its own. */
    ImagePlan plan(OracleCase each, Path cacheFolder) throws IOException {
        Wishes wishes = each.wishes(scenario);
        try (Cache cache = Cache.open(cacheFolder, TIME)) {
            Choice choice = new Resolver(new ShopFolder(each.store(scenario)), cache, trust, ResolveEvents.SILENT)
                    .resolve(each.model(scenario), wishes);
            Customization customization =
                    new Customization(false, null, wishes.customization().bootFlags());
            return Assembler.plan(
                    choice,
                    new ImageOptions(
                            TIME, SectorSize.BYTES_512, ImageSizes.AS_NEEDED, null, null, customization, null));
        }
    }
}
