package io.coreimage.store;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * A login and the hosts that it was made for; no other host ever sees it.
 * @param login the login
 * @param hosts the hosts, in lower case
 * @param origin where it was found, for messages
 */
public record Credential(Login login, Set<String> hosts, String origin) {

    /** The hosts that a login of the Snap Store is made for. */
    public static final Set<String> SNAP_STORE_HOSTS = Set.of("api.snapcraft.io", "dashboard.snapcraft.io");

    public Credential {
        hosts = Set.copyOf(hosts);
    }

    /** Return whether the target may see it. */
    boolean isFor(URI target) {
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        return hosts.contains(host) || hosts.contains(host + ":" + target.getPort());
    }

    /** Return the same login made anew. */
    Credential with(Login other) {
        return new Credential(other, hosts, origin);
    }
}
