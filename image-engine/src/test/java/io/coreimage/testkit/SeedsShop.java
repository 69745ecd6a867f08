package io.coreimage.testkit;

import io.coreimage.PackRequest;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionSigner;
import io.coreimage.bytes.Digest;
import io.coreimage.key.PublicKey;
import io.coreimage.squashfs.Compression;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A store that sells in miniature what documentation and examples buy from the Snap Store: everything for PC and Pi, UC16 to
 * UC24, under the real names and ids. Its brand has the account id of Ubuntu Core's own documentation; a key that is
 * registered with it is believed from then on.
 */
public final class SeedsShop implements AutoCloseable {

    /** The account of the brand, {@code my-brand}. */
    public static final String BRAND = TestAccounts.ACCOUNT_ID;

    private static final String ROOT = "vectorroot";
    private static final String SINCE = "2019-01-01T00:00:00Z";
    private static final Instant PACKED = Instant.parse("2020-01-24T00:00:00Z");
    private static final String SNAPD_INFO =
            "VERSION=2.63\nSNAPD_ASSERTS_FORMATS='{\"snap-declaration\":6,\"system-user\":2}'\n";

    private final AssertionSigner root = new AssertionSigner(TestKeys.signing("vector-root"));
    private final Path folder;
    private final Stock stock;
    private final TestStore store;

    private SeedsShop(Path folder) throws IOException {
        this.folder = folder;
        stockUp();
        this.stock = Stock.of(shelf());
        this.store = TestStore.over(stock);
        store.accounts().onRegistration(request -> stock.add(registered(Assertion.decode(request))));
    }

    /**
     * Open the shop.
     * @param folder where its wares are kept
     */
    public static SeedsShop open(Path folder) throws IOException {
        return new SeedsShop(folder);
    }

    /** Return the store that it is. */
    public TestStore store() {
        return store;
    }

    /** Return the folder with its snaps and assertions, which can stand in for the store. */
    public Path shelf() {
        return folder.resolve("shelf");
    }

    /** Return the file of the root that a build has to trust. */
    public Path rootFile() {
        return folder.resolve("test-root.assert");
    }

    /** Return the folder with a key of the brand, {@code my-models}, that is registered already. */
    public Path keyFolder() {
        return folder.resolve("keys");
    }

    /** Return the file of that key. */
    public Path keyFile() {
        return keyFolder().resolve("my-models.asc");
    }

    /** Write the options of builds that buy here, and of a cache and the brand's key too, to a file of the invoker's. */
    public void writeOptions(Path file, Path cache) throws IOException {
        Properties options = new Properties();
        options.putAll(options());
        options.put("core-image.cacheDirectory", cache.toString());
        options.put("core-image.keyStore", keyFolder().toString());
        try (OutputStream stream = Files.newOutputStream(file)) {
            options.store(stream, null);
        }
    }

    /** Return the options of a build that buys here, without what it keeps on the machine. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put("core-image.storeUrl", store.url());
        options.put("core-image.loginUrl", store.ssoUrl());
        options.put("core-image.dashboardUrl", store.url());
        options.put("core-image.trusted", rootFile().toString());
        return options;
    }

    @Override
    public void close() {
        store.close();
    }

    // ---- what is on the shelf ----

    private void stockUp() throws IOException {
        Files.createDirectories(shelf().resolve("asserts"));
        Files.createDirectories(keyFolder());
        Files.write(keyFile(), TestKeys.secretKeyFile("vector-key"));
        PublicKey rootKey = TestKeys.signing("vector-root").publicKey();
        PublicKey brandKey = TestKeys.signing("vector-key").publicKey();
        Files.write(
                rootFile(),
                join(account(ROOT, ROOT), key(ROOT, "vector-root", rootKey.id().text(), rootKey.encoded(), SINCE)));
        Files.copy(rootFile(), shelf().resolve("asserts/root"));
        Files.write(
                shelf().resolve("asserts/brand"),
                join(
                        account(BRAND, "my-brand"),
                        key(BRAND, "my-models", brandKey.id().text(), brandKey.encoded(), SINCE)));
        for (SeedsWare each : SeedsWare.ALL) {
            sell(each);
        }
        Files.writeString(shelf().resolve("channels.json"), SeedsWare.channels());
    }

    private void sell(SeedsWare ware) throws IOException {
        Path source = folder.resolve("source").resolve(ware.fileName());
        for (Map.Entry<String, byte[]> each : ware.files(SNAPD_INFO).entrySet()) {
            Path file = source.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        if (Files.exists(source.resolve("bin/run"))) {
            source.resolve("bin/run").toFile().setExecutable(true, false);
        }
        Path snap = new PackRequest(source, PACKED, Compression.GZIP, 1)
                .packAs(shelf().resolve(ware.fileName()))
                .file();
        Files.write(
                shelf().resolve("asserts").resolve(ware.name() + "_" + ware.revision()),
                join(declaration(ware), revision(ware, Files.readAllBytes(snap))));
    }

    private static byte[] join(Assertion first, Assertion second) {
        byte[] one = first.encoded();
        byte[] two = second.encoded();
        byte[] both = Arrays.copyOf(one, one.length + 1 + two.length);
        both[one.length] = '\n';
        System.arraycopy(two, 0, both, one.length + 1, two.length);
        return both;
    }

    // ---- what is signed about it ----

    private Assertion account(String id, String username) {
        return sign(
                "account",
                Map.of(
                        "account-id", id,
                        "username", username,
                        "display-name", username,
                        "validation", "verified",
                        "timestamp", SINCE));
    }

    private Assertion key(String account, String name, String id, String body, String since) {
        return sign(
                "account-key",
                Map.of("account-id", account, "name", name, "public-key-sha3-384", id, "since", since, "body", body));
    }

    private Assertion registered(Assertion request) {
        return key(
                request.header("account-id"),
                request.header("name"),
                request.header("public-key-sha3-384"),
                new String(request.body(), StandardCharsets.UTF_8),
                request.header("since"));
    }

    private Assertion declaration(SeedsWare ware) {
        return sign(
                "snap-declaration",
                Map.of(
                        "series",
                        "16",
                        "snap-id",
                        ware.id(),
                        "snap-name",
                        ware.name(),
                        "publisher-id",
                        "canonical",
                        "timestamp",
                        SINCE));
    }

    private Assertion revision(SeedsWare ware, byte[] snap) {
        return sign(
                "snap-revision",
                Map.of(
                        "snap-sha3-384",
                                Digest.compute(Digest.Algorithm.SHA3_384, snap).base64Url(),
                        "developer-id", "canonical",
                        "snap-id", ware.id(),
                        "snap-revision", Integer.toString(ware.revision()),
                        "snap-size", Integer.toString(snap.length),
                        "timestamp", SINCE));
    }

    private Assertion sign(String type, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("type", type);
        all.put("authority-id", ROOT);
        return root.sign(all, PACKED);
    }
}
