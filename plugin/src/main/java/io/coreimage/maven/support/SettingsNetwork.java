package io.coreimage.maven.support;

import io.coreimage.problem.RefusedException;
import io.coreimage.store.Credential;
import io.coreimage.store.CredentialSearch;
import io.coreimage.store.Login;
import io.coreimage.store.LoginText;
import io.coreimage.store.NetSettings;
import io.coreimage.store.OwnCertificate;
import io.coreimage.store.ProxyLogin;
import io.coreimage.store.ProxyServer;
import io.coreimage.store.TrustedCertificates;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What settings.xml and the environment say about the network: proxies, certificates, and logins for stores. */
final class SettingsNetwork {

    /** What the Snap Store is called in the mirrors of settings.xml. */
    static final String STORE = "snap-store";

    private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private final MavenWorld world;
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsNetwork(MavenWorld world, Settings settings, SettingsDecrypter decrypter) {
        this.world = world;
        this.settings = settings;
        this.decrypter = decrypter;
    }

    NetSettings settings() {
        NetSettings net = NetSettings.DIRECT;
        Optional<ProxyServer> proxy = proxy();
        if (proxy.isPresent()) {
            net = net.through(proxy.get());
        }
        Optional<String> certificates = world.environment("SSL_CERT_FILE");
        return certificates.isPresent()
                ? net.trusting(() -> TrustedCertificates.with(Path.of(certificates.get()), ownCertificate()))
                : net;
    }

    /** Return what Java would show by itself, if it were not for our own list of authorities. */
    private static KeyManager[] ownCertificate() {
        String file = System.getProperty("javax.net.ssl.keyStore", "");
        return file.isEmpty()
                ? new KeyManager[0]
                : OwnCertificate.of(
                        Path.of(file),
                        System.getProperty("javax.net.ssl.keyStoreType", KeyStore.getDefaultType()),
                        System.getProperty("javax.net.ssl.keyStorePassword", "").toCharArray());
    }

    /** Return the active proxy; one for https before one for http, as stores are reached by https. */
    private Optional<ProxyServer> proxy() {
        List<Proxy> active =
                settings.getProxies().stream().filter(Proxy::isActive).toList();
        return Stream.of("https", "http")
                .flatMap(protocol -> active.stream().filter(each -> protocol.equalsIgnoreCase(each.getProtocol())))
                .findFirst()
                .map(each -> decrypter
                        .decrypt(new DefaultSettingsDecryptionRequest(each))
                        .getProxy())
                .map(this::server);
    }

    private ProxyServer server(Proxy proxy) {
        String user = proxy.getUsername();
        ProxyLogin login = user == null || user.isEmpty()
                ? null
                : new ProxyLogin(user, Optional.ofNullable(proxy.getPassword()).orElse(""));
        String direct = Optional.ofNullable(proxy.getNonProxyHosts()).orElse("");
        return new ProxyServer(
                proxy.getHost(),
                proxy.getPort(),
                login,
                Stream.of(direct.split("[|,]")).filter(each -> !each.isBlank()).toList(),
                "from settings.xml",
                sendsPasswordsThroughTunnels());
    }

    private static boolean sendsPasswordsThroughTunnels() {
        String disabled = System.getProperty(TUNNELS);
        return disabled != null && !disabled.toLowerCase(Locale.ROOT).contains("basic");
    }

    /**
     * Return the address of the mirror of the Snap Store: of the first {@code <mirror>} whose {@code <mirrorOf>} names
     * {@value #STORE}. Patterns such as {@code *} are about Maven repositories, and a mirror of these is no snap store.
     */
    Optional<String> storeMirror() {
        return mirror().map(each -> String.valueOf(each.getUrl()));
    }

    private Optional<Mirror> mirror() {
        return settings.getMirrors().stream()
                .filter(each -> Stream.of(String.valueOf(each.getMirrorOf()).split(","))
                        .anyMatch(id -> id.strip().equals(STORE)))
                .findFirst();
    }

    /**
     * Return the login in the server whose id is the store's host, perhaps with its port; for a mirror also in the server
     * whose id is the mirror's.
     */
    Optional<Credential> credential(URI target) {
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        Stream<String> mirror = mirror().filter(each -> isAt(each, target)).map(Mirror::getId).stream();
        return Stream.concat(Stream.of(host + ":" + target.getPort(), host), mirror)
                .flatMap(id -> Optional.ofNullable(settings.getServer(id)).stream())
                .findFirst()
                .map(server -> credential(target, host, server));
    }

    private static boolean isAt(Mirror mirror, URI target) {
        try {
            URI place = new URI(String.valueOf(mirror.getUrl()));
            return String.valueOf(place.getRawAuthority()).equalsIgnoreCase(target.getRawAuthority());
        } catch (URISyntaxException ex) {
            return false;
        }
    }

    /** A server with a host as its id is for that host, one with a mirror's id for exactly where the mirror is. */
    private Credential credential(URI target, String host, Server server) {
        String origin = "the server \"" + server.getId() + "\" of settings.xml";
        Login login = LoginText.read(secret(server, origin), origin);
        return Credential.SNAP_STORE_HOSTS.contains(host)
                ? new Credential(login, Credential.SNAP_STORE_HOSTS, origin)
                : CredentialSearch.forHost(login, place(target, host, server.getId()), origin);
    }

    private static String place(URI target, String host, String id) {
        return id.equalsIgnoreCase(host) || target.getPort() < 0 ? host : host + ":" + target.getPort();
    }

    private String secret(Server server, String origin) {
        @Nullable
        String password = decrypter
                .decrypt(new DefaultSettingsDecryptionRequest(server))
                .getServer()
                .getPassword();
        if (password == null || password.isBlank()) {
            throw new RefusedException(
                    "cannot use the login from " + origin + ": it has no <password>",
                    "Put the text there that core-image:login -Dcore-image.export=<file> writes.");
        }
        return password;
    }
}
