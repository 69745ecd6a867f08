package io.coreimage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.coreimage.cache.Cache;
import io.coreimage.problem.CoreImageException;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.SnapName;
import io.coreimage.testkit.TestProxy;
import io.coreimage.testkit.TestStore;
import io.coreimage.testkit.TestTunnel;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways out of this machine: proxies with and without a password, and whom to believe who a host is. */
class NetworkTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final ProxyLogin LOGIN = new ProxyLogin(TestProxy.USER, TestProxy.PASSWORD);

    @TempDir
    private Path folder;

    @Test
    void aProxyIsToldItsPassword() throws IOException {
        try (TestStore server = TestStore.over(Sample.stock(folder, Sample.content(10)));
                TestProxy proxy = TestProxy.before(server)) {
            ask(store("http://store.example.com/", through(proxy, LOGIN, List.of())));
            assertThat(proxy.passed()).containsExactly("http://store.example.com/v2/snaps/refresh");
            assertThat(server.requests().get(0).header("Proxy-Authorization")).isEmpty();
        }
    }

    @Test
    void aProxyWithAnotherPasswordIsNamedAndThePasswordIsNot() throws IOException {
        try (TestStore server = TestStore.over(Sample.stock(folder, Sample.content(10)));
                TestProxy proxy = TestProxy.before(server)) {
            for (ProxyLogin login : new ProxyLogin[] {null, new ProxyLogin(TestProxy.USER, "wrong-SECRET")}) {
                CoreImageException refused = catchThrowableOfType(
                        CoreImageException.class,
                        () -> ask(store("http://store.example.com/", through(proxy, login, List.of()))));
                assertThat(refused)
                        .hasMessage("cannot choose snaps: http://store.example.com/v2/snaps/refresh through the proxy"
                                + " 127.0.0.1:" + proxy.port()
                                + " (from settings.xml): the proxy wants another user or password (407)");
                assertThat(refused.nextStep()).contains("settings.xml");
                assertThat(refused.fullMessage()).doesNotContain("SECRET");
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void hostsWithoutAProxyAndThisMachineAreReachedDirectly() throws IOException {
        try (TestStore server = TestStore.over(Sample.stock(folder, Sample.content(10)));
                TestProxy proxy = TestProxy.before(server)) {
            ask(store(server.url(), through(proxy, LOGIN, List.of())));
            assertThat(proxy.passed()).isEmpty();
            ProxyServer partly = new ProxyServer(
                    "127.0.0.1", proxy.port(), LOGIN, List.of("*.internal.example.com", "store.*"), "a test", true);
            assertThat(partly.isFor(URI.create("https://a.internal.example.com/")))
                    .isFalse();
            assertThat(partly.isFor(URI.create("https://store.example.com/"))).isFalse();
            assertThat(partly.isFor(URI.create("https://internal.example.com/")))
                    .isTrue();
            assertThat(partly.isFor(URI.create("https://my-store.example.com/")))
                    .isTrue();
        }
    }

    @Test
    void aPasswordForATunnelNeedsAnOptionOfJava() {
        ProxyServer proxy = new ProxyServer("127.0.0.1", 1, LOGIN, List.of(), "from settings.xml", false);
        CoreImageException refused = catchThrowableOfType(
                CoreImageException.class,
                () -> ask(store("https://store.example.com/", NetSettings.DIRECT.through(proxy))));
        assertThat(refused.fullMessage())
                .contains("Java sends no password through a tunnel")
                .contains("-Djdk.http.auth.tunneling.disabledSchemes=")
                .doesNotContain("SECRET");
    }

    @Test
    void certificatesThatNobodyTrustsAreRefusedAndOnesOfAFileOrOfJavaAreTaken() throws Exception {
        Path keys = certificate();
        HttpsServer server = secure(keys, false);
        SSLContext javas = SSLContext.getDefault();
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThatThrownBy(() -> ask(store(url, NetSettings.DIRECT)))
                    .hasMessageContaining("nobody whom this Java trusts vouches for its certificate");
            assertThatThrownBy(() -> download(store(url, NetSettings.DIRECT)))
                    .hasMessageContaining("nobody whom this Java trusts vouches for its certificate");
            Path pem = export(keys);
            SnapStore trusted = store(url, NetSettings.DIRECT.trusting(() -> TrustedCertificates.with(pem)));
            ask(trusted);
            assertThatThrownBy(() -> download(trusted)).hasMessageContaining("answers with status 404");
            SSLContext.setDefault(trusting(keys));
            ask(store(url, NetSettings.DIRECT));
        } finally {
            SSLContext.setDefault(javas);
            server.stop(0);
        }
    }

    @Test
    void aPasswordOpensATunnelAndAnotherOneDoesNot() throws Exception {
        Path keys = certificate();
        Path pem = export(keys);
        HttpsServer server = secure(keys, false);
        try (TestTunnel tunnel = TestTunnel.to(server.getAddress().getPort(), TestProxy.USER, TestProxy.PASSWORD)) {
            String url = "https://store.example.com/";
            assertThat(TunnelingChild.run(url, tunnel.port(), TestProxy.PASSWORD, pem, folder))
                    .isEqualTo("no such snap, no such file");
            assertThat(tunnel.dug()).containsExactly("store.example.com:443", "store.example.com:443");
            assertThat(TunnelingChild.run(url, tunnel.port(), "wrong-SECRET", pem, folder))
                    .isEqualTo("cannot look up snap \"nosuch\": https://store.example.com/v2/snaps/info/nosuch"
                            + " through the proxy 127.0.0.1:" + tunnel.port()
                            + " (from settings.xml): the proxy wants another user or password (407), cannot download"
                            + " \"app1_7.snap\": https://store.example.com/app1_7.snap through the proxy 127.0.0.1:"
                            + tunnel.port() + " (from settings.xml): the proxy wants another user or password (407)");
            assertThat(tunnel.dug()).hasSize(2);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aHostThatWantsToKnowWhoAsksIsShownOurCertificateToo() throws Exception {
        Path keys = certificate();
        Path pem = export(keys);
        HttpsServer server = secure(keys, true);
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
            KeyManager[] own = OwnCertificate.of(keys, "PKCS12", PASSWORD);
            ask(store(url, NetSettings.DIRECT.trusting(() -> TrustedCertificates.with(pem, own))));
            assertThatThrownBy(() -> ask(store(url, NetSettings.DIRECT.trusting(() -> TrustedCertificates.with(pem)))))
                    .isInstanceOf(CoreImageException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aKeyStoreThatCannotBeOpenedIsRefusedWithoutItsPassword() {
        Path keys = certificate();
        Path nothing = folder.resolve("nothing.p12");
        assertThatThrownBy(() -> OwnCertificate.of(nothing, "PKCS12", PASSWORD))
                .hasMessage("cannot use the certificates of \"" + nothing + "\": there is no such file");
        assertThatThrownBy(() -> OwnCertificate.of(keys, "PKCS12", "wrong-SECRET".toCharArray()))
                .hasMessage(
                        "cannot use the certificates of \"" + keys + "\": it cannot be read, or has another password");
        assertThatThrownBy(() -> OwnCertificate.of(keys, "nosuch", PASSWORD))
                .hasMessage("cannot use the certificates of \"" + keys
                        + "\": it is no key store of type nosuch, or its key has another password");
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> TrustedCertificates.with(empty))
                .hasMessage("cannot use the certificates of \"" + empty + "\": there are none in it");
        Path nothing = folder.resolve("nothing.pem");
        assertThatThrownBy(() -> TrustedCertificates.with(nothing))
                .hasMessage("cannot use the certificates of \"" + nothing + "\": there is no such file");
    }

    private Path certificate() {
        Path keys = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "store",
                "-keyalg",
                "EC",
                "-dname",
                "CN=store",
                "-ext",
                "san=ip:127.0.0.1,dns:store.example.com");
        return keys;
    }

    private Path export(Path keys) {
        Path pem = keys.resolveSibling("store.pem");
        keytool("-exportcert", "-rfc", "-alias", "store", "-file", pem.toString());
        return pem;
    }

    /** Every JDK has one. */
    private void keytool(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", new String(PASSWORD)));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            assertThat(process.waitFor()).isZero();
        } catch (IOException ex) {
            throw new java.io.UncheckedIOException(ex);
        } catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static KeyStore load(Path keys) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static HttpsServer secure(Path keys, boolean asksWho) throws GeneralSecurityException, IOException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(keys), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), authorities(keys), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(asksWho);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            byte[] answer = "{\"error-list\":[{\"code\":\"resource-not-found\",\"message\":\"no\"}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** What Java makes of its own trust store, or of the one that {@code javax.net.ssl.trustStore} names. */
    private static SSLContext trusting(Path keys) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, authorities(keys), null);
        return context;
    }

    private static TrustManager[] authorities(Path keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("store", load(keys).getCertificate("store"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static NetSettings through(TestProxy proxy, ProxyLogin login, List<String> direct) {
        return NetSettings.DIRECT.through(
                new ProxyServer("127.0.0.1", proxy.port(), login, direct, "from settings.xml", true));
    }

    private static SnapStore store(String url, NetSettings settings) {
        StoreAccess access = StoreAccess.of(StoreAddresses.SNAP_STORE.withStore(url, true), Sample.USER_AGENT)
                .allowingPlainHttp();
        return OnlineStore.open(access, Device.of(Architecture.AMD64), NetTransport.of(settings), new FastPacer());
    }

    /** Files take another way than questions. */
    private void download(SnapStore store) {
        try (Cache cache = Cache.open(folder.resolve("cache"), Instant.EPOCH)) {
            store.download(TunnelingChild.file(store.name()), cache, Progress.SILENT);
        }
    }

    private static void ask(SnapStore store) {
        if (store.name().startsWith("https")) {
            assertThat(store.info(new SnapName("nosuch"))).isEmpty();
        } else {
            assertThat(store.refresh(Refresh.of(List.of(Ask.of(Sample.APP))))).hasSize(1);
        }
    }
}
