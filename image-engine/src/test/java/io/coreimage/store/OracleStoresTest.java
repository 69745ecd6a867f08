package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.bytes.Digest;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.Channel;
import io.coreimage.snap.Revision;
import io.coreimage.snap.SnapName;
import io.coreimage.snap.SnapType;
import io.coreimage.testkit.OracleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our client before stores that others wrote. */
class OracleStoresTest {

    private static final List<String> NAMES = List.of("snapd", "pc-kernel", "core20", "pc", "hello20");

    @TempDir
    private Path folder;

    @Test
    void theQuickStoreGivesAWholeImage() throws IOException {
        try (OracleStore oracle = OracleStore.fast("uc20-small")) {
            takeAll(store(oracle), OracleStore.stock("uc20-small"));
        }
    }

    @Test
    void snapdsOwnStoreGivesAWholeImage() throws IOException {
        try (OracleStore oracle = OracleStore.fake("uc20-small")) {
            takeAll(store(oracle), OracleStore.stock("uc20-small"));
        }
    }

    private void takeAll(SnapStore store, Path stock) throws IOException {
        List<Ask> asks = NAMES.stream()
                .map(each -> Ask.of(new SnapName(each), Channel.LATEST_STABLE))
                .toList();
        List<Offer> offers = store.refresh(Refresh.of(asks));
        assertThat(offers).extracting(each -> each.name().value()).containsExactlyElementsOf(NAMES);
        assertThat(offers).extracting(Offer::type).contains(SnapType.KERNEL, SnapType.GADGET, SnapType.BASE);
        List<Digest> stocked;
        try (Stream<Path> files = Files.list(stock)) {
            stocked = files.filter(each -> each.toString().endsWith(".snap"))
                    .map(OracleStoresTest::digest)
                    .toList();
        }
        try (Cache cache = Cache.open(folder, Instant.EPOCH)) {
            for (Offer each : offers) {
                byte[] bytes =
                        store.download(each.file(), cache, Progress.SILENT).readAll();
                assertThat(stocked).contains(Digest.compute(Digest.Algorithm.SHA3_384, bytes));
                String revision = assertion(
                        store,
                        AssertionQuery.of(
                                "snap-revision", List.of(each.file().digest().base64Url(), "global-upload"), 0));
                assertThat(revision)
                        .contains("snap-revision: " + each.revision())
                        .contains("snap-id: " + each.id());
                assertThat(assertion(
                                store,
                                AssertionQuery.of(
                                        "snap-declaration",
                                        List.of("16", each.id().value()),
                                        5)))
                        .contains("snap-name: " + each.name());
            }
        }
        assertThat(store.assertion(AssertionQuery.of("account", List.of("nobody"), 0)))
                .isEmpty();
    }

    private static String assertion(SnapStore store, AssertionQuery query) {
        return new String(store.assertion(query).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void whatTheQuickStoreDoesNotHaveIsNamed() {
        try (OracleStore oracle = OracleStore.fast("uc20-small")) {
            SnapStore store = store(oracle);
            Refresh question = Refresh.of(
                    List.of(Ask.of(new SnapName("no-such-snap")), Ask.of(new SnapName("core20"), Revision.of(12345))));
            assertThatThrownBy(() -> store.refresh(question))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("cannot choose snaps:\n"
                            + "  cannot choose snap \"no-such-snap\": the store has no snap of that name, asked without a login\n"
                            + "  cannot choose snap \"core20\": there is no revision 12345 for amd64");
        }
    }

    @Test
    void componentsAndSequencesComeFromTheNewestStore() {
        try (OracleStore oracle = OracleStore.newest("uc24x")) {
            SnapStore store = store(oracle);
            List<Offer> offers = store.refresh(Refresh.of(List.of(Ask.of(new SnapName("comp-app")))));
            assertThat(offers.get(0).components())
                    .extracting(each -> each.name().toString())
                    .containsExactly("comp-app+one", "comp-app+three", "comp-app+two");
            try (Cache cache = Cache.open(folder, Instant.EPOCH)) {
                Download one = offers.get(0).components().get(0).file();
                assertThat(store.download(one, cache, Progress.SILENT).size())
                        .isEqualTo(one.size().bytes());
            }
            assertThat(assertion(store, set(AssertionQuery.Point.of(1)))).contains("\nsequence: 1\n");
            assertThat(assertion(store, set(AssertionQuery.Point.LATEST))).doesNotContain("\nsequence: 1\n");
            assertThat(store.assertion(set(AssertionQuery.Point.of(99)))).isEmpty();
        }
    }

    private static AssertionQuery set(AssertionQuery.Point point) {
        return new AssertionQuery("validation-set", List.of("16", "developer1", "pin"), 0, point);
    }

    private static Digest digest(Path file) {
        try {
            return Digest.compute(Digest.Algorithm.SHA3_384, Files.readAllBytes(file));
        } catch (IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    private static SnapStore store(OracleStore oracle) {
        return OnlineStore.open(
                StoreAccess.of(
                        StoreAddresses.SNAP_STORE.withStore(oracle.url(), false),
                        "core-image/test (series 16; classic)"),
                Device.of(Architecture.AMD64),
                NetTransport.of(NetSettings.DIRECT),
                Pacer.REAL);
    }
}
