package io.coreimage.store;

import io.coreimage.problem.RefusedException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where logins are looked for, in this order: the environment, a server of Maven's settings, our own login file.
 * @param environment the environment's variables
 * @param server the login of a server in Maven's settings that names the store's host
 * @param file our own login file
 */
public record CredentialSearch(
        Map<String, String> environment,
        @Nullable Credential server,
        @Nullable Path file) {

    private static final String AUTH = "UBUNTU_STORE_AUTH";
    private static final String AUTH_FILE = "UBUNTU_STORE_AUTH_DATA_FILENAME";
    private static final String SNAPCRAFT = "SNAPCRAFT_STORE_CREDENTIALS";
    private static final int IN_ENVIRONMENT = 3;

    public CredentialSearch {
        environment = Map.copyOf(environment);
    }

    /**
     * Return the first login for a host. It has to be sound: the search does not go on behind a broken one. What is in the
     * environment was made for the Snap Store, and is not even looked at for any other host.
     */
    public Optional<Credential> first(URI target) {
        Stream<Function<CredentialSearch, Optional<Credential>>> places = Stream.of(
                each -> each.ofVariable(AUTH),
                CredentialSearch::ofNamedFile,
                each -> each.ofVariable(SNAPCRAFT),
                each -> Optional.ofNullable(each.server()),
                CredentialSearch::ofOwnFile);
        boolean isSnapStore = Credential.SNAP_STORE_HOSTS.contains(String.valueOf(target.getHost()));
        return places.skip(isSnapStore ? 0 : IN_ENVIRONMENT)
                .map(each -> each.apply(this))
                .flatMap(Optional::stream)
                .filter(each -> each.isFor(target))
                .findFirst();
    }

    private Optional<Credential> ofVariable(String name) {
        return value(name).map(text -> ofSnapStore(LoginText.read(text, name), name));
    }

    private Optional<Credential> ofNamedFile() {
        return value(AUTH_FILE).map(path -> {
            LoginFile named = LoginFile.at(Path.of(path));
            Credential found = named.read()
                    .orElseThrow(() -> new RefusedException(
                            "cannot use the login from " + named.origin() + ": there is no such file",
                            "The variable " + AUTH_FILE + " names it."));
            return new Credential(found.login(), found.hosts(), AUTH_FILE);
        });
    }

    private Optional<Credential> ofOwnFile() {
        if (file == null) {
            return Optional.empty();
        }
        LoginFile own = LoginFile.at(file);
        return own.read().map(found -> own.readPrivate());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    private static Credential ofSnapStore(Login login, String origin) {
        return new Credential(login, Credential.SNAP_STORE_HOSTS, origin);
    }

    /** Return when a login ends for good, as far as it says so itself. */
    public static Optional<Instant> end(Login login) {
        if (!(login instanceof Login.UbuntuOne ubuntuOne)) {
            return Optional.empty();
        }
        return ubuntuOne.root().condition("expires").flatMap(CredentialSearch::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text.endsWith("Z") ? text : text + "Z"));
        } catch (DateTimeParseException ex) {
            return Optional.empty();
        }
    }

    /** Refuse a login that has ended; the store would only say that it knows no such snap. */
    public static Credential requireAlive(Credential credential, Instant now) {
        Optional<Instant> end = end(credential.login());
        if (end.isPresent() && !now.isBefore(end.get())) {
            throw new RefusedException(
                    "cannot use the login from " + credential.origin() + ": it ended at " + end.get(),
                    "Log in again with core-image:login.");
        }
        return credential;
    }

    /** Return a credential for one host, as a server in Maven's settings names it. */
    public static Credential forHost(Login login, String host, String origin) {
        return new Credential(login, Set.of(host), origin);
    }

    /** Return where was looked; not what was found. */
    @Override
    public String toString() {
        return "search for logins";
    }
}
