package io.coreimage.store;

import io.coreimage.assertion.Assertion;
import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.SnapName;
import io.coreimage.testkit.Stock;
import io.coreimage.testkit.StockedSnap;
import io.coreimage.testkit.TestStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** One snap in stock, and who asks for it. */
final class Sample {

    static final String USER_AGENT = "core-image/test (series 16; classic)";
    static final SnapName APP = new SnapName("app1");
    static final String APP_ID = "app1idididididididididididididi1";

    private Sample() {}

    /** Return some bytes that look like a packed file. */
    static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static Stock stock(Path folder, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("app1_7.snap"), content);
        return Stock.empty()
                .add(new StockedSnap(
                        "app1",
                        APP_ID,
                        7,
                        "1.0",
                        "app",
                        List.of("amd64"),
                        "core24",
                        "brandAccountId0000000000000000aa",
                        "name: app1\nversion: '1.0'\nbase: core24\n",
                        file,
                        Digest.compute(Digest.Algorithm.SHA3_384, content),
                        content.length,
                        List.of()))
                .add(vector("types/snap-declaration.assert"))
                .add(vector("types/validation-set.assert"));
    }

    static Assertion vector(String name) throws IOException {
        try (InputStream stream = Sample.class.getResourceAsStream("/assertion/vectors/" + name)) {
            return Assertion.decode(Objects.requireNonNull(stream).readAllBytes());
        }
    }

    static StoreAccess access(TestStore store) {
        return StoreAccess.of(
                StoreAddresses.SNAP_STORE
                        .withStore(store.url(), false)
                        .withAccounts(store.ssoUrl(), store.url(), false),
                USER_AGENT);
    }

    static SnapStore open(TestStore store, Pacer pacer) {
        return open(access(store), pacer);
    }

    static SnapStore open(StoreAccess access, Pacer pacer) {
        return OnlineStore.open(access, Device.of(Architecture.AMD64), NetTransport.of(NetSettings.DIRECT), pacer);
    }

    static Download download(TestStore store, byte[] content) {
        return new Download(
                "app1_7.snap",
                URI.create(store.url() + "download/app1_7.snap"),
                Digest.compute(Digest.Algorithm.SHA3_384, content),
                Size.ofBytes(content.length));
    }
}
