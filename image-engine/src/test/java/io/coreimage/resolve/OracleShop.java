package io.coreimage.resolve;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
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
import io.coreimage.testkit.Stock;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Our store over a folder of the oracle, with models and assertions that the oracle signs on demand. */
final class OracleShop implements AutoCloseable {

    static final Instant TIME = Instant.parse("2026-11-20T12:00:00Z");

    private final Stock stock;
    private final TestStore server;
    private final Path folder;

    /**
     * Open a shop.
     * @param folder where the cache goes
     * @param further what the store has besides what lies in the oracle's folder
     */
    OracleShop(Path folder, Assertion... further) {
        Path stock = scenario().resolve("stores/uc24x");
        Foreign.requireMachine("oracle store uc24x", Files.isDirectory(stock));
        Stock all = Stock.of(stock);
        for (Assertion each : further) {
            all.add(each);
        }
        this.stock = all;
        this.server = TestStore.over(all);
        this.folder = folder;
    }

    static Path scenario() {
        return Foreign.oracle().resolve("scenario");
    }

    /** Return an assertion that the oracle signs as {@code dev} or {@code store}. */
    static Assertion signed(String who, String type, String headers) {
        return Assertion.decode(Foreign.oracleTool("newest/assertgen")
                .reading(headers.getBytes(StandardCharsets.UTF_8))
                .run(who, type)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Return a model of the oracle, signed again with further headers. */
    static Model model(String name, String further) throws IOException {
        String headers = Files.readString(scenario().resolve("models/" + name + ".json"));
        return Model.of(signed("dev", "model", headers.replaceFirst("\\{", "{" + further)));
    }

    /** Return the text of an assertion in stock. */
    byte[] text(String uniqueName) {
        return stock.text(uniqueName);
    }

    TestStore server() {
        return server;
    }

    Choice choose(Model model, Wishes wishes) throws IOException {
        return choose(model, wishes, OracleTrust.at(TIME));
    }

    Choice choose(Model model, Wishes wishes, Trust trust) throws IOException {
        try (Cache cache = Cache.open(folder.resolve("cache"), TIME)) {
            return new Resolver(store(), cache, trust, ResolveEvents.SILENT).resolve(model, wishes);
        }
    }

    private SnapStore store() {
        return OnlineStore.open(
                StoreAccess.of(StoreAddresses.SNAP_STORE.withStore(server.url(), false), "core-image-test"),
                Device.of(Architecture.AMD64),
                NetTransport.of(NetSettings.DIRECT),
                Pacer.REAL);
    }

    @Override
    public void close() {
        server.close();
    }
}
