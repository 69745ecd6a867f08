package io.coreimage.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.store.Device;
import io.coreimage.store.NetSettings;
import io.coreimage.store.NetTransport;
import io.coreimage.store.OfflineStore;
import io.coreimage.store.OnlineStore;
import io.coreimage.store.Pacer;
import io.coreimage.store.ShelfStore;
import io.coreimage.store.SnapStore;
import io.coreimage.store.StoreAccess;
import io.coreimage.store.StoreAddresses;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.OracleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lock against a store that none of us wrote. */
class LockTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aLockedChoiceIsTheSameAndAsksNobody() throws IOException {
        KeptChoice kept = lock("x24-comp-signed");
        kept.write(folder.resolve("core-image.lock"));
        KeptChoice read = KeptChoice.read(folder.resolve("core-image.lock"));
        assertThat(read).isEqualTo(kept);
        try (Cache cache = cache()) {
            Choice choice = new Resolver(offline(cache), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .obey(read, model("x24-comp-signed"), Wishes.NONE);
            assertThat(KeptChoice.of(choice, Wishes.NONE, "core-image.lock")).isEqualTo(kept);
        }
    }

    @Test
    void anEmptyCacheIsFilledByRevision() throws IOException {
        KeptChoice kept = lock("x24-comp-signed");
        try (OracleStore shop = OracleStore.newest("uc24x");
                Cache empty = Cache.open(folder.resolve("empty"), TIME)) {
            Choice choice = new Resolver(store(shop), empty, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .obey(kept, model("x24-comp-signed"), Wishes.NONE);
            assertThat(KeptChoice.of(choice, Wishes.NONE, "core-image.lock")).isEqualTo(kept);
        }
    }

    @Test
    void offlineAllThatIsMissingIsListed() throws IOException {
        KeptChoice kept = lock("x24-comp-signed");
        try (Cache empty = Cache.open(folder.resolve("empty"), TIME)) {
            Resolver offline = new Resolver(offline(empty), empty, OracleTrust.at(TIME), ResolveEvents.SILENT);
            assertThatThrownBy(() -> offline.obey(kept, model("x24-comp-signed"), Wishes.NONE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageMatching(
                            "cannot fetch snapd_35.snap \\(28 KiB\\), pc-kernel_29.snap .*"
                                    + "comp-app\\+one_41.comp \\(12 KiB\\): the build is offline, and the cache lacks these .* MiB");
        }
    }

    @Test
    void aBundleIsTheOnlySourceThatABuildNeeds() throws IOException {
        KeptChoice kept = lock("x24-comp-signed");
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        try (Cache cache = cache()) {
            Choice choice = new Resolver(offline(cache), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .obey(kept, model("x24-comp-signed"), Wishes.NONE);
            Bundle.write(choice, kept, first);
            Bundle.write(choice, kept, second);
        }
        assertThat(first).hasSameBinaryContentAs(second);
        KeptChoice bundled = Bundle.lockOf(first);
        assertThat(bundled).isNotNull();
        try (Cache empty = Cache.open(folder.resolve("empty"), TIME);
                ShelfStore shelf = ShelfStore.open(first, Device.of(Architecture.AMD64), empty)) {
            Choice choice = new Resolver(shelf, empty, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .obey(bundled, model("x24-comp-signed"), Wishes.NONE);
            assertThat(KeptChoice.of(choice, Wishes.NONE, "core-image.lock")).isEqualTo(kept);
        }
    }

    @Test
    void aLockForOtherInputsIsRefusedWithWhatChanged() throws IOException {
        KeptChoice kept = lock("x24-comp-dangerous");
        Wishes other = Wishes.NONE.withChannel(Channel.parse("edge"));
        assertThatThrownBy(() -> obey(kept, "x24-comp-dangerous", other))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use lock \"core-image.lock\": it was made for other inputs; since then changed"
                        + " option.channel: nothing → \"edge\"");
        assertThatThrownBy(() -> obey(kept, "x24-comp-signed", Wishes.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("model.grade: \"dangerous\" → \"signed\"");
    }

    @Test
    void aModelThatWasSignedAgainFitsItsLock() throws IOException {
        KeptChoice kept = lock("x24-comp-signed");
        String headers = Files.readString(Foreign.oracle().resolve("scenario/models/x24-comp-signed.json"));
        String later = headers.replaceFirst(
                "\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"2025-05-05T05:05:05Z\",\"revision\":\"3\"");
        assertThat(later).isNotEqualTo(headers);
        Model again = Model.of(Assertion.decode(Foreign.oracleTool("newest/assertgen")
                .reading(later.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .run("dev", "model")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(kept.lock().staleness(again, Wishes.NONE)).isEmpty();
        try (Cache cache = cache()) {
            Choice choice = new Resolver(offline(cache), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .obey(kept, again, Wishes.NONE);
            assertThat(choice.model().timestamp()).isEqualTo("2025-05-05T05:05:05Z");
        }
    }

    @Test
    void aLockWithAnotherPairOfNameAndDigestIsRefused() throws IOException {
        KeptChoice kept = lock("x24-comp-signed");
        String text = kept.lockText();
        String hello = kept.lock().snaps().get(4).file().digest().base64Url();
        String core = kept.lock().snaps().get(2).file().digest().base64Url();
        String swapped = text.replace("\"" + hello + "\"", "\"" + core + "\"")
                .replaceFirst(
                        "\"size\" : " + kept.lock().snaps().get(4).file().size().bytes(),
                        "\"size\" : " + kept.lock().snaps().get(2).file().size().bytes());
        KeptChoice edited = KeptChoice.read("core-image.lock", swapped, kept.assertionText());
        assertThatThrownBy(() -> obey(edited, "x24-comp-signed", Wishes.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use snap \"hello24\": the file of the store is of snap \"core24\"");
    }

    @Test
    void aLockWithAnotherRevisionForADigestIsRefused() throws IOException {
        KeptChoice kept = lock("x24-comp-signed");
        String edited = kept.lockText().replace("\"revision\" : \"999\"", "\"revision\" : \"998\"");
        KeptChoice other = KeptChoice.read("core-image.lock", edited, kept.assertionText());
        assertThatThrownBy(() -> obey(other, "x24-comp-signed", Wishes.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use snap \"hello24\": its revision is 999, expected was 998");
    }

    @Test
    void assertionsOfAnotherLockAreRefused() throws IOException {
        KeptChoice kept = lock("x24-comp-signed");
        byte[] fewer = kept.assertions().get(0).encoded();
        assertThatThrownBy(() -> KeptChoice.read("core-image.lock", kept.lockText(), fewer))
                .isInstanceOf(RefusedException.class)
                .hasMessage("cannot use lock \"core-image.lock\": the assertions beside it do not belong to it: "
                        + kept.lock().assertions().get(1).name() + " is missing or another one");
    }

    @Test
    void theDeltaIsReadable() throws IOException {
        Lock before = lock("x24-comp-dangerous").lock();
        Wishes more = Wishes.NONE
                .withAllowed(SeedManifest.read("hello24 18\n", "it"))
                .withComponents(List.of(ComponentWish.parse("comp-app+two", folder)));
        Lock now = lock("x24-comp-dangerous", more).lock();
        assertThat(LockDelta.between(before, now))
                .containsExactly("hello24 999 → 18 (latest/stable)", "comp-app 7 (latest/stable), +two none → 42");
        assertThat(LockDelta.between(null, before)).contains("+ pc-kernel 29 (24/stable)");
        assertThat(LockDelta.between(before, before)).isEmpty();
    }

    private Choice obey(KeptChoice kept, String model, Wishes wishes) throws IOException {
        try (Cache cache = cache()) {
            return new Resolver(offline(cache), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .obey(kept, model(model), wishes);
        }
    }

    private KeptChoice lock(String model) throws IOException {
        return lock(model, Wishes.NONE);
    }

    private KeptChoice lock(String model, Wishes wishes) throws IOException {
        try (OracleStore shop = OracleStore.newest("uc24x");
                Cache cache = cache()) {
            Choice choice = new Resolver(store(shop), cache, OracleTrust.at(TIME), ResolveEvents.SILENT)
                    .resolve(model(model), wishes);
            return KeptChoice.of(choice, wishes, "core-image.lock");
        }
    }

    private static SnapStore offline(Cache cache) {
        return new OfflineStore(cache, "here", Device.of(Architecture.AMD64));
    }

    private Cache cache() {
        return Cache.open(folder.resolve("cache"), TIME);
    }

    private static SnapStore store(OracleStore shop) {
        StoreAddresses addresses = StoreAddresses.SNAP_STORE.withStore(shop.url(), false);
        return OnlineStore.open(
                StoreAccess.of(addresses, "core-image-test"),
                Device.of(Architecture.AMD64),
                NetTransport.of(NetSettings.DIRECT),
                Pacer.REAL);
    }

    private static Model model(String name) throws IOException {
        Path file = Foreign.oracle().resolve("scenario/models").resolve(name + ".model");
        Foreign.requireMachine("oracle model " + name, Files.isRegularFile(file));
        return Model.of(Assertion.decode(Files.readAllBytes(file)));
    }
}
