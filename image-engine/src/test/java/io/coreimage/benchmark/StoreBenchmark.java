package io.coreimage.benchmark;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Hasher;
import io.coreimage.cache.Cache;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.SnapName;
import io.coreimage.store.Ask;
import io.coreimage.store.AssertionQuery;
import io.coreimage.store.Device;
import io.coreimage.store.Download;
import io.coreimage.store.NetSettings;
import io.coreimage.store.NetTransport;
import io.coreimage.store.Offer;
import io.coreimage.store.OnlineStore;
import io.coreimage.store.Pacer;
import io.coreimage.store.ParallelDownload;
import io.coreimage.store.Progress;
import io.coreimage.store.Refresh;
import io.coreimage.store.SnapStore;
import io.coreimage.store.StoreAccess;
import io.coreimage.store.StoreAddresses;
import io.coreimage.testkit.Foreign;
import io.coreimage.testkit.OracleStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.jcajce.provider.digest.SHA3;

/**
 * Fetching a whole system from a store on this machine: the oracle's quick store, its big UC20 scenario, a cold cache;
 * beside it {@code snap prepare-image} with the same store and model, and {@code sha3} alone.
 *
 * <p>With the argument {@code fetch URL CACHE} it is one fetch in a process of its own, which the other form starts.
 */
public final class StoreBenchmark {

    private static final List<String> NAMES = List.of("snapd", "pc-kernel", "core20", "pc", "hello20");
    private static final int ROUNDS = 3;
    private static final int THREADS = 4;

    private StoreBenchmark() {}

    public static void main(String... arguments) throws Exception {
        if (arguments.length == 3 && arguments[0].equals("fetch")) {
            fetch(arguments[1], Path.of(arguments[2]));
        } else {
            digests();
            compare(arguments.length > 0 ? arguments[0] : "uc20-big");
        }
    }

    private static void digests() throws Exception {
        byte[] data = new byte[64 << 20];
        for (int i = 0; i < ROUNDS; i++) {
            MessageDigest jdk = MessageDigest.getInstance("SHA3-384");
            MessageDigest bouncy = new SHA3.Digest384();
            Hasher ours = Digest.Algorithm.SHA3_384.newHasher();
            say(
                    "SHA3-384 of 64 MiB, MB/s: JDK %.0f, Bouncy Castle %.0f, ours %.0f",
                    rate(data.length, () -> jdk.digest(data)),
                    rate(data.length, () -> bouncy.digest(data)),
                    rate(data.length, () -> ours.update(ByteBuffer.wrap(data)).finish()));
        }
    }

    private static double rate(long bytes, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return bytes * 1e3 / (System.nanoTime() - start);
    }

    private static void compare(String stock) throws Exception {
        try (OracleStore store = OracleStore.fast(stock)) {
            for (int i = 0; i < ROUNDS; i++) {
                Path folder = Files.createTempDirectory("store-benchmark");
                double own = seconds(() -> child(store.url(), folder.resolve("cache")));
                double peer = seconds(() -> Foreign.oracleTool("snap-testkeys")
                        .with("UBUNTU_STORE_URL", store.url())
                        .with("SNAPPY_TESTING", "1")
                        .with("no_proxy", "*")
                        .run(
                                "prepare-image",
                                Foreign.oracle().resolve("scenario/models/uc20-signed.model"),
                                folder.resolve("image")));
                say("cold fetch, whole process %.2f s; snap prepare-image %.2f s; ratio %.2f", own, peer, own / peer);
                remove(folder);
            }
        }
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void child(String url, Path cache) throws IOException, InterruptedException {
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreBenchmark.class.getName(),
                        "fetch",
                        url,
                        cache.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("the fetch failed");
        }
    }

    private static void fetch(String url, Path folder) {
        SnapStore store = OnlineStore.open(
                StoreAccess.of(StoreAddresses.SNAP_STORE.withStore(url, false), "core-image/benchmark"),
                Device.of(Architecture.AMD64),
                NetTransport.of(NetSettings.DIRECT),
                Pacer.REAL);
        try (Cache cache = Cache.open(folder, Instant.now())) {
            List<Offer> offers = store.refresh(Refresh.of(
                    NAMES.stream().map(each -> Ask.of(new SnapName(each))).toList()));
            List<Download> files = new ArrayList<>();
            offers.forEach(each -> files.add(each.file()));
            ParallelDownload.of(files, THREADS, each -> store.download(each, cache, Progress.SILENT));
            offers.forEach(each -> {
                store.assertion(AssertionQuery.of(
                        "snap-revision", List.of(each.file().digest().base64Url()), 0));
                store.assertion(AssertionQuery.of(
                        "snap-declaration", List.of("16", each.id().value()), 5));
            });
            long bytes = files.stream().mapToLong(each -> each.size().bytes()).sum();
            say("  fetched %d MB, peak heap %d MiB", bytes / 1_000_000, peakHeap() >> 20);
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(each -> each.getUsed())
                .sum();
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Something that takes its time. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
