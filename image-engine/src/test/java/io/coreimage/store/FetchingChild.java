package io.coreimage.store;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.cache.Cache;
import io.coreimage.snap.Architecture;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A build in a process of its own, which a test may kill: fetches some files and says how it gets on. */
final class FetchingChild {

    static final int FILES = 6;
    static final int FILE_SIZE = 300_000;

    private FetchingChild() {}

    /** Return the bytes of one of the files. */
    static byte[] content(int number) {
        byte[] bytes = new byte[FILE_SIZE];
        new Random(number).nextBytes(bytes);
        return bytes;
    }

    static String name(int number) {
        return "file" + number + "_1.snap";
    }

    /** Return the files that all children fetch. */
    static List<Download> files(String url) {
        List<Download> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(new Download(
                    name(i),
                    URI.create(url + "download/" + name(i)),
                    Digest.compute(Digest.Algorithm.SHA3_384, content(i)),
                    Size.ofBytes(FILE_SIZE)));
        }
        return files;
    }

    static SnapStore store(String url) {
        return OnlineStore.open(
                StoreAccess.of(StoreAddresses.SNAP_STORE.withStore(url, false), Sample.USER_AGENT),
                Device.of(Architecture.AMD64),
                NetTransport.of(NetSettings.DIRECT),
                Pacer.REAL);
    }

    /** Fetch from the store at the first argument to the cache at the second; each piece is one byte of output. */
    public static void main(String... arguments) {
        fetch(arguments[0], Path.of(arguments[1]), (file, received) -> {
            System.out.write('.');
            System.out.flush();
        });
    }

    static void fetch(String url, Path folder, Progress progress) {
        try (Cache cache = Cache.open(folder, Instant.EPOCH)) {
            SnapStore store = store(url);
            ParallelDownload.of(files(url), 3, each -> store.download(each, cache, progress));
        }
    }

    /** Start a child. */
    static Process start(String url, Path cache) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchingChild.class.getName(),
                        url,
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
