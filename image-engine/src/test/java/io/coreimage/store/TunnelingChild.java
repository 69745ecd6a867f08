package io.coreimage.store;

import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.SnapName;
import io.coreimage.testkit.TestProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own, since Java decides only once whether it sends passwords for tunnels. */
final class TunnelingChild {

    private TunnelingChild() {}

    /** Ask the store at an address for a snap that it does not have, and say what came of it. */
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
        try {
            System.out.println(store.info(new SnapName("nosuch")).isEmpty() ? "no such snap" : "?");
        } catch (CoreImageException ex) {
            System.out.println(ex.getMessage());
        }
    }

    /** Run a child with the option that a user has to give, and return what it says. */
    static String run(String url, int proxyPort, String password, Path certificates) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djdk.http.auth.tunneling.disabledSchemes=",
                "-cp",
                System.getProperty("java.class.path"),
                TunnelingChild.class.getName(),
                url));
        command.addAll(List.of(Integer.toString(proxyPort), password, certificates.toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
