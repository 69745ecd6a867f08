package io.coreimage.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.store.Device;
import io.coreimage.store.NetSettings;
import io.coreimage.store.NetTransport;
import io.coreimage.store.OfflineException;
import io.coreimage.store.OfflineStore;
import io.coreimage.store.OnlineStore;
import io.coreimage.store.Pacer;
import io.coreimage.store.RememberingStore;
import io.coreimage.store.SnapStore;
import io.coreimage.store.StoreAccess;
import io.coreimage.store.StoreAddresses;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds without a lock and without a network: as long as all is in the cache, the choice is the last one. */
class OfflineChoiceTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private TestStore shop;
    private Model model;

    @BeforeEach
    void open() throws IOException {
        Path scenario = Foreign.oracle().resolve("scenario");
        Path file = scenario.resolve("models/x24-comp-dangerous.model");
        Foreign.requireMachine("oracle model x24-comp-dangerous", Files.isRegularFile(file));
        model = Model.of(Assertion.decode(Files.readAllBytes(file)));
        shop = TestStore.over(scenario.resolve("stores/uc24x"));
    }

    @AfterEach
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void aWarmCacheIsEnough() throws IOException {
        KeptChoice online = choose(Wishes.NONE, true);
        shop.forget();
        assertThat(choose(Wishes.NONE, false)).isEqualTo(online);
        assertThat(shop.requests()).isEmpty();
    }

    @Test
    void wishesThatNeedNothingElseCanChange() throws IOException {
        choose(Wishes.NONE.withComponents(List.of(ComponentWish.parse("comp-app+two", folder))), true);
        // A file that was made since then: nobody can have signed it.
        byte[] signed = Files.readAllBytes(Foreign.oracle().resolve("scenario/snaps/x/hello24b.snap"));
        Files.write(folder.resolve("mine.snap"), Arrays.copyOf(signed, signed.length + 4096));
        Wishes other = Wishes.NONE.withSnaps(List.of(SnapWish.parse("mine.snap", folder)));
        assertThat(choose(other, false).lock().snaps())
                .extracting(each -> each.name() + " " + each.revision())
                .contains("hello24 x1", "comp-app 7");
    }

    @Test
    void allFilesThatAreMissingAreListedWithTheirSizes() throws IOException {
        choose(Wishes.NONE, true);
        try (Cache cache = cache()) {
            assertThat(cache.stock().prune(TIME.plusSeconds(1))).hasSize(7);
        }
        assertThatThrownBy(() -> choose(Wishes.NONE, false))
                .isInstanceOf(OfflineException.class)
                .hasMessageMatching("cannot fetch snapd_35.snap \\(28 KiB\\), pc-kernel_29.snap \\(.*\\), .*"
                        + "comp-app_7.snap \\(.*\\), comp-app\\+one_41.comp \\(12 KiB\\): the build is offline, and the"
                        + " cache lacks these .* MiB")
                .extracting(each -> ((OfflineException) each).nextStep())
                .isEqualTo("Run mvn core-image:fetch once without -o.");
    }

    @Test
    void whatNobodyAskedForIsNamed() throws IOException {
        choose(Wishes.NONE, true);
        Wishes other = Wishes.NONE.withSnaps(
                List.of(SnapWish.parse("hello24=edge", folder), SnapWish.parse("comp-app=beta", folder)));
        assertThatThrownBy(() -> choose(other, false))
                .isInstanceOf(OfflineException.class)
                .hasMessage(
                        "cannot choose hello24 (latest/edge), comp-app (latest/beta): the build is offline, there is"
                                + " no lock, and no build before asked the store for these");
    }

    @Test
    void aDamagedAnswerWasNeverKept() throws IOException {
        choose(Wishes.NONE, true);
        try (java.util.stream.Stream<Path> offers = Files.walk(folder.resolve("cache/offers"))) {
            for (Path each : offers.filter(Files::isRegularFile).toList()) {
                Files.writeString(each, Files.readString(each).substring(0, 40));
            }
        }
        assertThatThrownBy(() -> choose(Wishes.NONE.withChannel(Channel.LATEST_STABLE), false))
                .isInstanceOf(OfflineException.class)
                .hasMessageStartingWith("cannot choose snapd (latest/stable), pc-kernel ");
        assertThat(choose(Wishes.NONE, true).lock().snaps()).hasSize(6);
    }

    private KeptChoice choose(Wishes wishes, boolean online) throws IOException {
        Device device = Device.of(Architecture.AMD64);
        try (Cache cache = cache()) {
            SnapStore store = online
                    ? new RememberingStore(online(device), cache, "here", device)
                    : new OfflineStore(cache, "here", device);
            Choice choice =
                    new Resolver(store, cache, OracleTrust.at(TIME), ResolveEvents.SILENT).resolve(model, wishes);
            return KeptChoice.of(choice, wishes, "core-image.lock");
        }
    }

    private SnapStore online(Device device) {
        return OnlineStore.open(
                StoreAccess.of(StoreAddresses.SNAP_STORE.withStore(shop.url(), false), "core-image-test"),
                device,
                NetTransport.of(NetSettings.DIRECT),
                Pacer.REAL);
    }

    private Cache cache() {
        return Cache.open(folder.resolve("cache"), TIME);
    }
}
