package io.coreimage.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coreimage.assertion.Model;
import io.coreimage.bytes.Directories;
import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.resolve.Choice;
import io.coreimage.resolve.ChosenComponent;
import io.coreimage.resolve.OracleTrust;
import io.coreimage.resolve.ResolveEvents;
import io.coreimage.resolve.Resolver;
import io.coreimage.snap.Architecture;
import io.coreimage.store.Device;
import io.coreimage.store.NetSettings;
import io.coreimage.store.NetTransport;
import io.coreimage.store.OnlineStore;
import io.coreimage.store.Pacer;
import io.coreimage.store.SnapStore;
import io.coreimage.store.StoreAccess;
import io.coreimage.store.StoreAddresses;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.OracleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against stores that others wrote: the same snaps, revisions, channels and components as the reference, or a refusal. */
class OracleChoiceTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    /** What the reference makes besides the cases whose seeds are compared file by file. */
    private static final List<OracleCase> FURTHER = List.of(
            OracleCase.of("uc16-custom-small", "uc16", "uc16-small", "--cloud"),
            OracleCase.of("uc18-defaults-custom-small", "uc18-defaults", "uc18-defaults-small", "--cloud"),
            OracleCase.of("uc20-validation-small", "uc20-signed", "uc20-small", "--ignore"),
            OracleCase.of("x24-write-revisions", "x24-comp-signed", "uc24x"));

    /** What the reference refuses, and what it does not notice though no device could use it. */
    private static final List<OracleCase> REFUSED = List.of(
            OracleCase.of("bad-gadget-type-small", "bad-gadget-type", "uc18-small"),
            OracleCase.of("bad-missing-base-small", "bad-missing-base", "uc18-small"),
            OracleCase.of("bad-missing-provider-small", "bad-missing-provider", "uc18-small"),
            OracleCase.of("bad-unknown-snap-small", "bad-unknown-snap", "uc16-small"),
            OracleCase.of("bad-uc18-track-small", "uc18", "uc18-small", "pc=20/beta"),
            OracleCase.of("bad-uc20-custom-small", "uc20-dangerous", "uc20-small", "--cloud"),
            OracleCase.of("bad-uc20-signed-channel-small", "uc20-signed", "uc20-small", "--channel=edge"),
            OracleCase.of("bad-uc20-signed-local-small", "uc20-signed", "uc20-small", "snaps/small/local-app.snap"),
            OracleCase.of("bad-uc20-signed-snapchannel-small", "uc20-signed", "uc20-small", "hello20=edge"),
            OracleCase.of("bad20-classic-snap-small", "bad20-classic-snap", "uc20-small"),
            OracleCase.of("bad20-devmode-signed-small", "bad20-devmode-signed", "uc20-small"),
            OracleCase.of("bad20-gadget-publisher-small", "bad20-gadget-publisher", "uc20-small"),
            OracleCase.of("bad20-missing-base-small", "bad20-missing-base", "uc20-small"),
            OracleCase.of("bad20-missing-provider-small", "bad20-missing-provider", "uc20-small"),
            OracleCase.of("bad20-unknown-snap-small", "bad20-unknown-snap", "uc20-small"),
            OracleCase.of("bad20-wrong-id-small", "bad20-wrong-id", "uc20-small"),
            OracleCase.of("bad20-wrong-type-small", "bad20-wrong-type", "uc20-small"),
            OracleCase.of("uc16-extra-small", "uc16", "uc16-small", "content-provider=edge"),
            OracleCase.of("x24-vset-ignore", "x24-vset-seq1", "uc24x", "--ignore"),
            OracleCase.of("bad-x24-vset-forbid", "x24-vset-forbid", "uc24x"));

    private static final Map<String, OracleStore> STORES = new HashMap<>();
    private static final Map<String, List<String>> REFERENCES = new HashMap<>();

    @TempDir
    private static Path folder;

    @AfterAll
    static void close() {
        STORES.values().forEach(OracleStore::close);
        STORES.clear();
    }

    static List<OracleCase> accepted() {
        return Stream.concat(OracleCase.GOOD.stream(), FURTHER.stream()).toList();
    }

    /** Return the cases without components and validation sets, of which snapd's own store knows nothing. */
    static List<OracleCase> acceptedOfOld() {
        return accepted().stream().filter(each -> !each.isNew()).toList();
    }

    static List<OracleCase> refusedOfOld() {
        return REFUSED.stream().filter(each -> !each.isNew()).toList();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theQuickStoreGivesWhatTheReferenceTook(OracleCase each) throws IOException {
        assertThat(ours(each, quick(each))).isEqualTo(theirs(each));
    }

    @ParameterizedTest
    @MethodSource("acceptedOfOld")
    void snapdsOwnStoreGivesWhatTheReferenceTook(OracleCase each) throws IOException {
        assertThat(ours(each, snapds(each))).isEqualTo(theirs(each));
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void theQuickStoreChangesNothingAboutRefusals(OracleCase each) {
        refuses(each, quick(each));
    }

    @ParameterizedTest
    @MethodSource("refusedOfOld")
    void snapdsOwnStoreChangesNothingAboutRefusals(OracleCase each) {
        refuses(each, snapds(each));
    }

    private void refuses(OracleCase each, OracleStore shop) {
        CoreImageException refused = catchThrowableOfType(CoreImageException.class, () -> choose(each, shop));
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).startsWith("cannot ");
    }

    @Test
    void noCaseOfTheReferenceIsLeftOut() throws IOException {
        List<String> cases = new ArrayList<>();
        for (String each : List.of("prepared", "prepared-newest")) {
            for (Path file : Directories.list(scenario().resolve(each))) {
                String name = file.getFileName().toString();
                if (name.endsWith(".rc")) {
                    cases.add(name.substring(0, name.length() - ".rc".length()));
                }
            }
        }
        List<String> known = Stream.concat(accepted().stream(), REFUSED.stream())
                .map(OracleCase::name)
                .toList();
        assertThat(known)
                .containsAll(
                        cases.stream().filter(each -> !each.endsWith("-big")).toList());
    }

    private static Path scenario() {
        return Foreign.oracle().resolve("scenario");
    }

    private static OracleStore quick(OracleCase each) {
        return STORES.computeIfAbsent(
                "quick " + each.isNew() + each.store(),
                any -> each.isNew() ? OracleStore.newest(each.store()) : OracleStore.fast(each.store()));
    }

    private static OracleStore snapds(OracleCase each) {
        return STORES.computeIfAbsent("snapd's " + each.store(), any -> OracleStore.fake(each.store()));
    }

    private static List<String> theirs(OracleCase each) throws IOException {
        List<String> known = REFERENCES.get(each.name());
        if (known == null) {
            known = read(each);
            REFERENCES.put(each.name(), known);
        }
        return known;
    }

    private static List<String> read(OracleCase each) throws IOException {
        Path reference = each.reference(scenario());
        Foreign.requireMachine("prepared image " + each, Files.isDirectory(reference));
        Path modern = reference.resolve("system-seed");
        Path seed = Files.isDirectory(modern) ? modern : reference.resolve("image/var/lib/snapd/seed");
        JsonNode said = new ObjectMapper()
                .readTree(Foreign.oracleTool("newest/seedcheck").run("-json", seed));
        List<String> snaps = new ArrayList<>();
        for (JsonNode snap : said.path("Snaps")) {
            List<String> components = new ArrayList<>();
            snap.path("Components").forEach(comp -> components.add(comp.asText().replaceFirst(" [^ ]*$", "")));
            snaps.add(snap.path("Name").asText() + " " + revision(snap) + " "
                    + snap.path("Channel").asText() + " " + components);
        }
        snaps.sort(null);
        return snaps;
    }

    /** What nobody signed has no revision in a seed of UC16 and 18; snapd gives it the first local one. */
    private static String revision(JsonNode snap) {
        String revision = snap.path("Revision").asText();
        return revision.equals("unset") ? "x1" : revision;
    }

    private static List<String> ours(OracleCase each, OracleStore shop) throws IOException {
        return choose(each, shop).snaps().stream()
                .map(snap -> snap.name() + " " + snap.revision() + " " + Objects.toString(snap.channel(), "") + " "
                        + snap.components().stream()
                                .map(component -> component(snap.name() + "", component))
                                .toList())
                .sorted()
                .toList();
    }

    private static String component(String snap, ChosenComponent component) {
        return snap + "+" + component.name() + " rev=" + component.revision();
    }

    private static Choice choose(OracleCase each, OracleStore shop) throws IOException {
        Model model = each.model(scenario());
        try (Cache cache = Cache.open(folder.resolve("cache"), TIME)) {
            return new Resolver(store(shop, model), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .resolve(model, each.wishes(scenario()));
        }
    }

    private static SnapStore store(OracleStore shop, Model model) {
        return OnlineStore.open(
                StoreAccess.of(StoreAddresses.SNAP_STORE.withStore(shop.url(), false), "core-image-test"),
                new Device(Architecture.parse(model.architecture()), model.store(), false),
                NetTransport.of(NetSettings.DIRECT),
                Pacer.REAL);
    }
}
