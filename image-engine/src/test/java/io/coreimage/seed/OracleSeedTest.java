package io.coreimage.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.resolve.Resolver;
import io.coreimage.resolve.ShopFolder;
import io.coreimage.testkit.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Our choices and seeds before the same judges as the reference's, and side by side with those. */
class OracleSeedTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("io.coreimage.seed.OracleCase#GOOD")
    void snapdLoadsWhatWeMake(OracleCase each) throws IOException {
        Path tree = Unpacked.write(seed(each, SystemLabel.ofDay(TIME)).tree(), folder.resolve("seed"));
        Path root = Files.isDirectory(tree.resolve("systems")) ? tree : tree.resolve("var/lib/snapd/seed");
        Foreign.oracleTool("newest/seedcheck").run("-strict", root);
        if (!each.isNew()) {
            Foreign.oracleTool("seedcheck").run("-strict", root);
        }
    }

    @ParameterizedTest
    @FieldSource("io.coreimage.seed.OracleCase#GOOD")
    void fileByFileItIsWhatTheReferenceMakes(OracleCase each) throws IOException {
        Path reference = each.reference(scenario());
        Foreign.requireMachine("prepared image " + each, Files.isDirectory(reference));
        Path theirs = Files.isDirectory(reference.resolve("system-seed"))
                ? reference.resolve("system-seed")
                : reference.resolve("image");
        Path ours = Unpacked.write(seed(each, label(theirs)).tree(), folder.resolve("seed"));
        assertThat(SeedComparison.describe(ours)).isEqualTo(SeedComparison.describe(theirs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bad-gadget-type       | uc18-small |                | cannot use snap "content-provider" as the model's gadget: it is of type app
            bad-missing-base      | uc18-small |                | cannot use snap "hello20": its base "core20" is not in the image
            bad-missing-provider  | uc18-small |                | cannot use snap "content-consumer": the content "shared-data" for its plug "shared", which "content-provider" provides, is not in the image
            bad-unknown-snap      | uc16-small |                | cannot find snap "no-such-snap" in the store
            uc18                  | uc18-small | pc=20/beta     | cannot take gadget "pc" from channel "20/beta": the model pins it to track "18"
            uc20-dangerous        | uc20-small | --cloud        | cannot customize the image: UC20+ models do not allow disabling console-conf, user data for cloud-init
            uc16                  | uc16-small | --factory      | cannot customize the image: UC16/18 models do not allow boot flags (factory)
            uc20-signed           | uc20-small | --channel=edge | cannot use channel "edge": a model of grade signed takes no other channels, and no snaps or components that it does not list
            uc20-signed           | uc20-small | hello20=edge   | cannot use snap "hello20" from channel "edge": a model of grade signed takes no other channels, and no snaps or components that it does not list
            uc20-signed           | uc20-small | devmode20      | cannot add snap "devmode20": a model of grade signed takes no other channels, and no snaps or components that it does not list
            uc20-signed           | uc20-small | snaps/small/local-app.snap | cannot add snap "local-app": a model of grade signed takes no snaps that it does not list
            uc20-signed           | uc20-small | snaps/small/pc-22.snap | cannot use gadget "pc": its base is "core22", but the model's base is "core20"
            bad20-classic-snap    | uc20-small |                | cannot use snap "classic20": it has classic confinement, and an Ubuntu Core system takes no such snaps
            bad20-devmode-signed  | uc20-small |                | cannot use snap "devmode20": it has devmode confinement, and a model of grade signed takes no such snaps
            bad20-gadget-publisher | uc20-small |               | cannot use gadget "other-gadget": it is published by "thirdparty", neither by the model's brand "developer1" nor by Canonical
            bad20-missing-base    | uc20-small |                | cannot use snap "app22": its base "core22" is not in the image
            bad20-missing-provider | uc20-small |               | cannot use snap "content-consumer": the content "shared-data" for its plug "shared", which "content-provider" provides, is not in the image
            bad20-unknown-snap    | uc20-small |                | cannot find snap "no-such-snap" in the store
            bad20-wrong-id        | uc20-small |                | cannot use snap "hello20": the model gives it the id hello20BAAAAAAAAAAAAAAAAAAAAAAAA, but in the store it has the id hello20AAAAAAAAAAAAAAAAAAAAAAAAA
            bad20-wrong-type      | uc20-small |                | cannot use snap "pc" as the model's kernel: it is of type gadget
            x24-vset-seq1         | uc24x      | --ignore       | cannot ignore validation: the model enforces validation sets developer1/pin
            x24-vset-forbid       | uc24x      |                | cannot use snap "hello24": it is invalid in the model's validation sets developer1/forbid/1
            x24-comp-signed       | uc24x      | comp-app+four  | cannot add component "comp-app+four": a model of grade signed takes no other channels, and no snaps or components that it does not list
            x24-comp-dangerous    | uc24x      | comp-app+four  | cannot use component "comp-app+four": the store has none for revision 7 of the snap
            x24-comp-dangerous    | uc24x      | snaps/x/comp-app.snap | cannot use snap "comp-app" from a file: the model requires its component "one", and no file has it
            uc16                  | uc16-small | content-provider=edge | cannot use snap "content-provider": its base "core18" is not in the image
            """)
    void whatTheReferenceRefusesOrShouldIsRefused(String model, String store, String option, String sentence) {
        List<String> options = option == null ? List.of() : List.of(option);
        OracleCase each = new OracleCase(model, model, store, options);
        requireStore(each);
        assertThatThrownBy(() -> choose(each))
                .isInstanceOf(RefusedException.class)
                .hasMessage(sentence);
    }

    private static Path scenario() {
        return Foreign.oracle().resolve("scenario");
    }

    private static void requireStore(OracleCase each) {
        Foreign.requireMachine("oracle case " + each, Files.isDirectory(each.store(scenario())));
    }

    private Choice choose(OracleCase each) throws IOException {
        requireStore(each);
        try (Cache cache = Cache.open(folder.resolve("cache"), TIME)) {
            ShopFolder store = new ShopFolder(each.store(scenario()));
            return new Resolver(store, cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .resolve(each.model(scenario()), each.wishes(scenario()));
        }
    }

    private Seed seed(OracleCase each, SystemLabel label) throws IOException {
        return Seed.of(choose(each), label, TIME);
    }

    private static SystemLabel label(Path reference) throws IOException {
        Path systems = reference.resolve("systems");
        if (!Files.isDirectory(systems)) {
            return SystemLabel.ofDay(TIME);
        }
        try (Stream<Path> all = Files.list(systems)) {
            return new SystemLabel(all.findFirst().orElseThrow().getFileName().toString());
        }
    }
}
