package io.coreimage.maven.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.TrustedRoots;
import io.coreimage.problem.CoreImageException;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.Trust;
import io.coreimage.snap.Architecture;
import io.coreimage.snap.SnapName;
import io.coreimage.store.Ask;
import io.coreimage.store.Device;
import io.coreimage.store.OfflineException;
import io.coreimage.store.Refresh;
import io.coreimage.testkit.Stock;
import io.coreimage.testkit.TestAccounts;
import io.coreimage.testkit.TestProxy;
import io.coreimage.testkit.TestStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which store is asked, through which proxy, and who is shown which login. */
class StoreDoorsTest {

    private static final String LOGIN = Base64.getEncoder()
            .encodeToString(("{\"t\":\"u1-macaroon\",\"v\":{\"r\":\"" + TestAccounts.ROOT + "\",\"d\":\""
                            + TestAccounts.DISCHARGE + "\"}}")
                    .getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private final Properties system = new Properties();
    private final MavenSession session = mock(MavenSession.class);
    private final Settings settings = new Settings();
    private TestStore server;

    @BeforeEach
    void open() {
        system.setProperty("user.home", folder.toString());
        system.setProperty("env.XDG_CACHE_HOME", folder.resolve("cache").toString());
        system.setProperty("env.XDG_CONFIG_HOME", folder.resolve("config").toString());
        when(session.getSystemProperties()).thenReturn(system);
        server = TestStore.over(Stock.empty());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aMirrorOfTheSettingsStandsInForTheSnapStore() {
        settings.addMirror(mirror("everything", "*", "http://127.0.0.1:1/"));
        settings.addMirror(mirror("near", "other, snap-store", server.url()));
        ask(StoreDoorsTest::plain, null);
        assertThat(server.requests("/v2/snaps/refresh")).hasSize(1);
        assertThat(server.requests().get(0).header("Authorization")).isEmpty();
    }

    @Test
    void mirrorsOfMavenRepositoriesAreNoStores() {
        settings.addMirror(mirror("everything", "*,external:*,!snap-store", server.url()));
        try (StoreDoors doors = doors(null)) {
            assertThat(doors.addresses().api()).isEqualTo(URI.create("https://api.snapcraft.io/"));
        }
    }

    @Test
    void aStoreNamedInTheBuildGoesBeforeAMirror() {
        settings.addMirror(mirror("near", "snap-store", "http://127.0.0.1:1/"));
        ask(StoreDoorsTest::plain, server.url());
        assertThat(server.requests("/v2/snaps/refresh")).hasSize(1);
    }

    @Test
    void aMirrorIsShownTheLoginOfTheServerWithItsIdAndNoOther() {
        settings.addMirror(mirror("near", "snap-store", server.url()));
        settings.addServer(server("far", "no login at all"));
        settings.addServer(server("near", LOGIN));
        ask(StoreDoorsTest::plain, null);
        assertThat(server.requests().get(0).header("Authorization")).isPresent();
    }

    @Test
    void aStoreNamedInTheBuildIsShownOnlyALoginThatNamesItsHost() {
        system.setProperty("env.UBUNTU_STORE_AUTH", LOGIN);
        system.setProperty("env.SNAPCRAFT_STORE_CREDENTIALS", LOGIN);
        settings.addMirror(mirror("near", "snap-store", "http://127.0.0.1:1/"));
        settings.addServer(server("near", LOGIN));
        settings.addServer(server("127.0.0.1:1", LOGIN));
        ask(StoreDoorsTest::plain, server.url());
        assertThat(server.requests().get(0).header("Authorization")).isEmpty();
        server.forget();
        settings.addServer(server("127.0.0.1:" + URI.create(server.url()).getPort(), LOGIN));
        ask(StoreDoorsTest::plain, server.url());
        assertThat(server.requests().get(0).header("Authorization")).isPresent();
    }

    @Test
    void theProxyOfTheSettingsIsToldItsPasswordAndOthersAreNot() {
        try (TestProxy proxy = TestProxy.before(server)) {
            settings.addProxy(proxy(proxy.port(), TestProxy.PASSWORD, "*.internal.example.com"));
            ask(StoreDoorsTest::allowPlainHttp, "http://store.example.com/");
            assertThat(proxy.passed()).containsExactly("http://store.example.com/v2/snaps/refresh");
            assertThat(server.requests().get(0).header("Proxy-Authorization")).isEmpty();
        }
    }

    @Test
    void aProxyThatDoesNotLetUsInIsNamedWithoutItsPassword() {
        try (TestProxy proxy = TestProxy.before(server)) {
            settings.addProxy(proxy(proxy.port(), "wrong-SECRET", ""));
            CoreImageException refused = catchThrowableOfType(
                    CoreImageException.class, () -> ask(StoreDoorsTest::allowPlainHttp, "http://store.example.com/"));
            assertThat(refused.fullMessage())
                    .contains("the proxy wants another user or password (407)", "settings.xml")
                    .doesNotContain("SECRET");
        }
    }

    @Test
    void plainHttpToAnotherMachineHasToBeAllowed() {
        assertThatThrownBy(() -> ask(StoreDoorsTest::plain, "http://store.example.com/"))
                .hasMessageContaining("plain http, so that anybody on the way can listen and answer");
    }

    @Test
    void offlineNothingIsOpened() {
        when(session.isOffline()).thenReturn(true);
        assertThatThrownBy(() -> ask(StoreDoorsTest::plain, server.url())).isInstanceOf(OfflineException.class);
        assertThat(server.requests()).isEmpty();
    }

    /** Ask for a snap; that the store has none is an answer. */
    private void ask(UnaryOperator<StoreSettings> more, String storeUrl) {
        try (StoreDoors doors =
                new StoreDoors(new MavenWorld(session), settings, decrypter(), more.apply(settings(storeUrl)))) {
            doors.store(new Device(Architecture.AMD64, null, false), trust())
                    .refresh(Refresh.of(List.of(Ask.of(new SnapName("nosuch")))));
        } catch (RefusedException ex) {
            if (!ex.getMessage().contains("has no snap of that name")) {
                throw ex;
            }
        }
    }

    private static Trust trust() {
        return new Trust(TrustedRoots.production(), KeyMoment.at(Instant.EPOCH), List.of());
    }

    private StoreDoors doors(String storeUrl) {
        return new StoreDoors(new MavenWorld(session), settings, decrypter(), settings(storeUrl));
    }

    private static StoreSettings settings(String storeUrl) {
        return new StoreSettings(storeUrl, null, null, null, null, null, false);
    }

    private static StoreSettings plain(StoreSettings same) {
        return same;
    }

    private static StoreSettings allowPlainHttp(StoreSettings same) {
        return new StoreSettings(same.storeUrl(), null, null, null, null, null, true);
    }

    private static Mirror mirror(String id, String of, String url) {
        Mirror mirror = new Mirror();
        mirror.setId(id);
        mirror.setMirrorOf(of);
        mirror.setUrl(url);
        return mirror;
    }

    private static Server server(String id, String password) {
        Server server = new Server();
        server.setId(id);
        server.setPassword(password);
        return server;
    }

    private static Proxy proxy(int port, String password, String direct) {
        Proxy proxy = new Proxy();
        proxy.setHost("127.0.0.1");
        proxy.setPort(port);
        proxy.setUsername(TestProxy.USER);
        proxy.setPassword(password);
        proxy.setNonProxyHosts(direct);
        return proxy;
    }

    /** One that has nothing to do: what a test writes is not encrypted. */
    private static SettingsDecrypter decrypter() {
        SettingsDecrypter decrypter = mock(SettingsDecrypter.class);
        when(decrypter.decrypt(any())).thenAnswer(call -> {
            SettingsDecryptionRequest request = call.getArgument(0);
            SettingsDecryptionResult result = mock(SettingsDecryptionResult.class);
            when(result.getServer())
                    .thenReturn(
                            request.getServers().isEmpty()
                                    ? null
                                    : request.getServers().get(0));
            when(result.getProxy())
                    .thenReturn(
                            request.getProxies().isEmpty()
                                    ? null
                                    : request.getProxies().get(0));
            return result;
        });
        return decrypter;
    }
}
