package io.coreimage.store;

import io.coreimage.bytes.Digest;
import io.coreimage.bytes.Size;
import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.SnapName;
import io.coreimage.testkit.TestProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A process of its own, since Java decides only once whether it sends passwords for tunnels. */
final class TunnelingChild {

    private TunnelingChild() {}

    /** Ask the store at an address for a snap and a file that it does not have, and say what came of it. */
    public static void main(String... arguments) {
        ProxyServer proxy = new ProxyServer(
                "127.0.0.1",
                Integer.parseInt(arguments[1]),
                new ProxyLogin(TestProxy.USER, arguments[2]),
                List.of(),
                "from settings.xml",
                true);
        NetSettings settings =
                NetSettings.DIRECT.through(proxy).trusting(() -> TrustedCertificates.with(Path.of(arguments[3])));
        SnapStore store = OnlineStore.open(
                StoreAccess.of(StoreAddresses.SNAP_STORE.withStore(arguments[0], false), Sample.USER_AGENT),
                Device.of(Architecture.AMD64),
                NetTransport.of(settings),
                new FastPacer());
        System.out.print(outcome(() -> store.info(new SnapName("nosuch")).isEmpty() ? "no such snap" : "?") + ", ");
        System.out.println(outcome(() -> {
            try (Cache cache = Cache.open(Path.of(arguments[4], "cache"), Instant.EPOCH)) {
                store.download(file(arguments[0]), cache, Progress.SILENT);
                return "?";
            }
        }));
    }

    private static String outcome(Supplier<String> question) {
        try {
            return question.get();
        } catch (CoreImageException ex) {
            String message = String.valueOf(ex.getMessage());
            return message.contains("answers with status 404") ? "no such file" : message;
        }
    }

    /** Return a file of which a store at an address knows nothing. */
    static Download file(String url) {
        return new Download(
                "app1_7.snap",
                URI.create(url).resolve("app1_7.snap"),
                Digest.compute(Digest.Algorithm.SHA3_384, "nothing"),
                Size.ofBytes(7));
    }

    /** Run a child with the option that a user has to give, and return what it says. */
    static String run(String url, int proxyPort, String password, Path certificates, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djdk.http.auth.tunneling.disabledSchemes=",
                "-cp",
                System.getProperty("java.class.path"),
                TunnelingChild.class.getName(),
                url));
        command.addAll(List.of(Integer.toString(proxyPort), password, certificates.toString(), folder.toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
