package io.coreimage.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionReader;
import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.store.Credential;
import io.coreimage.store.CredentialSearch;
import io.coreimage.store.Device;
import io.coreimage.store.Login;
import io.coreimage.store.NetSettings;
import io.coreimage.store.NetTransport;
import io.coreimage.store.OnlineStore;
import io.coreimage.store.Pacer;
import io.coreimage.store.SnapStore;
import io.coreimage.store.StoreAccess;
import io.coreimage.store.StoreAddresses;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.Stock;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a brand's own store is: a signed assertion says so, and whoever is sent there shows no login of another host. */
class BrandStoreTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");
    private static final String SECRET = "general-SECRET-51cc";

    @TempDir
    private Path folder;

    private final List<String> opened = new ArrayList<>();
    private TestStore general;
    private TestStore proxy;
    private Path scenario;

    @BeforeEach
    void open() {
        scenario = Foreign.oracle().resolve("scenario");
        Foreign.requireMachine("oracle store uc24x", Files.isDirectory(scenario.resolve("stores/uc24x")));
        proxy = TestStore.over(scenario.resolve("stores/uc24x"));
    }

    @AfterEach
    void close() {
        if (proxy != null) {
            proxy.close();
        }
        if (general != null) {
            general.close();
        }
    }

    @Test
    void theProxyOfTheSignedAssertionIsAskedForEverythingElse() throws IOException {
        sell(storeAssertion(proxy.url()));
        Choice choice = choose(OracleTrust.at(TIME));
        assertThat(choice.snaps()).hasSize(6);
        assertThat(opened).containsExactly(proxy.url());
        assertThat(general.requests("/v2/snaps/")).isEmpty();
        assertThat(general.requests("/download/")).isEmpty();
        assertThat(proxy.requests("/download/")).hasSize(7);
        assertThat(proxy.requests("/v2/snaps/refresh").get(0).header("Snap-Device-Store"))
                .contains("my-store");
        // The proxy has no assertion about itself, but the image gets it.
        assertThat(choice.assertions().all())
                .anyMatch(each -> each.header("store").equals("my-store"));
    }

    @Test
    void aLoginOfTheGeneralStoreIsNotShownToTheProxy() throws IOException {
        sell(storeAssertion(proxy.url()));
        choose(OracleTrust.at(TIME));
        assertThat(general.requests())
                .allMatch(each -> each.header("Authorization").isPresent());
        assertThat(proxy.requests())
                .noneMatch(each -> each.header("Authorization").isPresent());
    }

    @Test
    void anAssertionAtHandNeedsNoGeneralStore() throws IOException {
        general = TestStore.over(Stock.empty());
        Trust trust = OracleTrust.at(TIME);
        List<Assertion> given = new ArrayList<>(asserts());
        given.add(storeAssertion(proxy.url()));
        assertThat(choose(new Trust(trust.roots(), trust.moment(), given)).snaps())
                .hasSize(6);
        assertThat(general.requests()).isEmpty();
    }

    @Test
    void withoutAnAddressTheGeneralStoreHasEverything() throws IOException {
        proxy.close();
        sell(storeAssertion(null));
        asserts().forEach(each -> {});
        general.close();
        general = TestStore.over(Stock.of(scenario.resolve("stores/uc24x")).add(storeAssertion(null)));
        assertThat(choose(OracleTrust.at(TIME)).snaps()).hasSize(6);
        assertThat(opened).isEmpty();
    }

    @Test
    void anAssertionThatNobodyTrustedSignedLeadsNowhere() throws IOException {
        String forged = new String(storeAssertion("http://127.0.0.1:1/").encoded(), StandardCharsets.UTF_8)
                .replace("http://127.0.0.1:1/", proxy.url());
        sell(Assertion.decode(forged.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> choose(OracleTrust.at(TIME)))
                .isInstanceOf(CoreImageException.class)
                .hasMessageContaining("signature");
        assertThat(opened).isEmpty();
        assertThat(proxy.requests()).isEmpty();
    }

    private void sell(Assertion store) throws IOException {
        Stock stock = Stock.empty().add(store);
        asserts().forEach(stock::add);
        general = TestStore.over(stock);
    }

    private List<Assertion> asserts() throws IOException {
        List<Assertion> all = new ArrayList<>();
        try (java.util.stream.Stream<Path> files = Files.list(scenario.resolve("stores/uc24x/asserts"))) {
            for (Path each : files.sorted().toList()) {
                all.addAll(AssertionReader.readAll(Files.readAllBytes(each)));
            }
        }
        return all.stream()
                .filter(each -> each.type().typeName().startsWith("account"))
                .toList();
    }

    private static Assertion storeAssertion(String url) {
        String place = url == null ? "" : ",\"url\":\"" + url + "\"";
        return signed("store", "store", "{\"store\":\"my-store\",\"operator-id\":\"developer1\"" + place + "}");
    }

    private static Assertion signed(String who, String type, String headers) {
        return Assertion.decode(Foreign.oracleTool("newest/assertgen")
                .reading(headers.getBytes(StandardCharsets.UTF_8))
                .run(who, type)
                .getBytes(StandardCharsets.UTF_8));
    }

    private Model model() throws IOException {
        String headers = Files.readString(scenario.resolve("models/x24-comp-signed.json"));
        return Model.of(signed("dev", "model", headers.replaceFirst("\\{", "{\"store\":\"my-store\",")));
    }

    private Choice choose(Trust trust) throws IOException {
        SnapStore brand = new BrandStore("my-store", online(general.url()), trust, url -> {
            opened.add(url);
            return online(url);
        });
        try (Cache cache = Cache.open(folder.resolve("cache"), TIME)) {
            return new Resolver(brand, cache, trust, ResolveEvents.SILENT).resolve(model(), Wishes.NONE);
        }
    }

    /** Open a store with the one login that there is, which is good for the general store only. */
    private SnapStore online(String url) {
        URI place = URI.create(general.url());
        Credential login = CredentialSearch.forHost(
                new Login.StoreToken(SECRET), place.getHost() + ":" + place.getPort(), "a test");
        return OnlineStore.open(
                StoreAccess.of(StoreAddresses.SNAP_STORE.withStore(url, false), "core-image-test")
                        .as(login),
                new Device(Architecture.AMD64, "my-store", false),
                NetTransport.of(NetSettings.DIRECT),
                Pacer.REAL);
    }
}
