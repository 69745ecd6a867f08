package io.coreimage.maven.support;

import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
import io.coreimage.problem.RefusedException;
import io.coreimage.resolve.BrandStore;
import io.coreimage.resolve.Trust;
import io.coreimage.snap.Architecture;
import io.coreimage.store.Credential;
import io.coreimage.store.CredentialSearch;
import io.coreimage.store.Dashboard;
import io.coreimage.store.Device;
import io.coreimage.store.Login;
import io.coreimage.store.LoginFile;
import io.coreimage.store.NetTransport;
import io.coreimage.store.OfflineStore;
import io.coreimage.store.OnlineStore;
import io.coreimage.store.Pacer;
import io.coreimage.store.RememberingStore;
import io.coreimage.store.ShelfStore;
import io.coreimage.store.SnapStore;
import io.coreimage.store.StoreAccess;
import io.coreimage.store.StoreAddresses;
import io.coreimage.store.Transport;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The stores, the cache and the logins that the parameters, settings.xml and the environment lead to. */
public final class StoreDoors implements AutoCloseable {

    private static final String[] LOGIN_VARIABLES = {
        "UBUNTU_STORE_AUTH", "UBUNTU_STORE_AUTH_DATA_FILENAME", "SNAPCRAFT_STORE_CREDENTIALS"
    };

    private final MavenWorld world;
    private final StoreSettings wishes;
    private final SettingsNetwork network;
    private final Instant now;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable Cache cache;

    /** Create an instance. Nothing is opened and nothing is asked before it is needed. */
    public StoreDoors(MavenWorld world, Settings settings, SettingsDecrypter decrypter, StoreSettings wishes) {
        this.world = world;
        this.wishes = wishes;
        this.network = new SettingsNetwork(world, settings, decrypter);
        this.now = Instant.now();
    }

    /** Return the cache: {@code core-image.cacheDirectory}, else {@code $XDG_CACHE_HOME/core-image}. */
    public Cache cache() {
        Cache known = cache;
        if (known == null) {
            known = Cache.open(cacheFolder(), now);
            cache = known;
            open.push(known);
        }
        return known;
    }

    /** Return where the cache is. */
    public Path cacheFolder() {
        File given = wishes.cacheDirectory();
        return given == null ? world.cacheFolder().resolve("core-image") : given.toPath();
    }

    /** Return the store for the devices of a model: a folder or an archive, the network, or what the network said last. */
    public SnapStore store(Model model, Trust trust) {
        Architecture machine = Architecture.parse(String.valueOf(model.architecture()));
        return store(new Device(machine, model.store(), false), trust);
    }

    /** Return the store for a machine. */
    SnapStore store(Device device, Trust trust) {
        if (wishes.storeDirectory() != null) {
            return shelf(wishes.storeDirectory(), device);
        }
        String address = addresses().api().toString();
        return world.isOffline()
                ? new OfflineStore(cache(), address, device)
                : new RememberingStore(online(device, trust), cache(), address, device);
    }

    /** Return the store that the user names, else the one that the model's brand names, else the Snap Store. */
    private SnapStore online(Device device, Trust trust) {
        SnapStore store = online(device, addresses());
        String brand = device.storeId();
        return brand == null || isPlaceNamed()
                ? store
                : new BrandStore(brand, store, trust, url -> online(device, at(StoreAddresses.SNAP_STORE, url)));
    }

    private boolean isPlaceNamed() {
        return wishes.storeUrl() != null || network.storeMirror().isPresent();
    }

    private StoreAddresses at(StoreAddresses others, String url) {
        return others.withStore(url, wishes.allowPlainHttp());
    }

    private SnapStore shelf(File place, Device device) {
        if (wishes.storeUrl() != null) {
            throw new RefusedException(
                    "cannot use both core-image.storeUrl and core-image.storeDirectory: they name two stores",
                    "Leave one of them out.");
        }
        ShelfStore shelf = ShelfStore.open(place.toPath(), device, cache());
        open.push(shelf);
        return shelf;
    }

    private SnapStore online(Device device, StoreAddresses addresses) {
        return OnlineStore.open(access(addresses, addresses.api()), device, transport(), Pacer.REAL);
    }

    /** Return the dashboard for whoever is logged in. */
    public Dashboard dashboard() {
        StoreAddresses addresses = addresses();
        return Dashboard.open(access(addresses, addresses.dashboard()), transport(), Pacer.REAL);
    }

    /** Return the dashboard for somebody who is not logged in, or not with the present login. */
    public Dashboard dashboard(@Nullable Credential credential) {
        StoreAccess anonymous = StoreAccess.of(addresses(), userAgent());
        StoreAccess access = credential == null ? anonymous : anonymous.as(credential);
        return Dashboard.open(wishes.allowPlainHttp() ? access.allowingPlainHttp() : access, transport(), Pacer.REAL);
    }

    private StoreAccess access(StoreAddresses addresses, URI target) {
        StoreAccess access = StoreAccess.of(addresses, userAgent());
        if (wishes.allowPlainHttp()) {
            access = access.allowingPlainHttp();
        }
        Optional<Credential> credential = credential(target);
        return credential.isPresent() ? access.as(credential.get()) : access;
    }

    /** Return the login for a host, if there is one. */
    private Optional<Credential> credential(URI target) {
        Map<String, String> environment = new HashMap<>();
        Stream.of(LOGIN_VARIABLES)
                .forEach(name -> world.environment(name).ifPresent(value -> environment.put(name, value)));
        return new CredentialSearch(environment, network.credential(target).orElse(null), loginPath())
                .first(target)
                .map(found -> CredentialSearch.requireAlive(found, now));
    }

    /** Return a login that the dashboard gave for whoever gave it; another store sees it only where settings.xml says so. */
    public Credential given(Login login, String origin) {
        URI dashboard = addresses().dashboard();
        Set<String> hosts = Credential.SNAP_STORE_HOSTS.contains(dashboard.getHost())
                ? Credential.SNAP_STORE_HOSTS
                : Set.of(dashboard.getHost() + (dashboard.getPort() < 0 ? "" : ":" + dashboard.getPort()));
        return new Credential(login, hosts, origin);
    }

    /** Return where our own login is kept. */
    public LoginFile loginFile() {
        return LoginFile.at(loginPath());
    }

    private Path loginPath() {
        return Optional.ofNullable(wishes.credentialsFile())
                .map(File::toPath)
                .orElseGet(
                        () -> world.configurationFolder().resolve("core-image").resolve("login"));
    }

    /** Return where the services are. */
    public StoreAddresses addresses() {
        StoreAddresses addresses = storeAddresses();
        String login = wishes.loginUrl();
        String dashboard = wishes.dashboardUrl();
        return login == null && dashboard == null
                ? addresses
                : addresses.withAccounts(
                        login == null ? addresses.sso().toString() : login,
                        dashboard == null ? addresses.dashboard().toString() : dashboard,
                        wishes.allowPlainHttp());
    }

    /** A mirror of settings.xml is this machine's way to the Snap Store; who names a store in a build means that one. */
    private StoreAddresses storeAddresses() {
        String url = wishes.storeUrl() == null ? network.storeMirror().orElse(null) : wishes.storeUrl();
        return url == null ? StoreAddresses.SNAP_STORE : at(StoreAddresses.SNAP_STORE, url);
    }

    private Transport transport() {
        if (world.isOffline()) {
            return call -> {
                throw new RefusedException(
                        "cannot ask " + call.uri().getHost() + ": Maven works offline (-o)",
                        "Run it once without -o; what is fetched is kept in " + cacheFolder() + ".");
            };
        }
        return new LateTransport(() -> NetTransport.of(network.settings()));
    }

    private static String userAgent() {
        String version = StoreDoors.class.getPackage().getImplementationVersion();
        return String.format(
                Locale.ROOT,
                "core-image/%s (series 16; classic) %s/%s (%s)",
                version == null ? "dev" : version,
                word("os.name"),
                word("os.version"),
                word("os.arch"));
    }

    private static String word(String property) {
        return String.valueOf(System.getProperty(property))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-");
    }

    /** Close what was opened. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (RuntimeException ex) {
                throw ex;
            } catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        }
    }
}
