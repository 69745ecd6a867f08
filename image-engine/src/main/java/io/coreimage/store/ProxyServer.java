package io.coreimage.store;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proxy between this machine and the network.
 * @param host its host
 * @param port its port
 * @param login who may use it; {@code null} where everybody may
 * @param direct the hosts that are reached without it, with {@code *} for any part of a name
 * @param origin where all this was configured, for messages
 * @param basicTunnels whether this Java was started so that it sends a password for a tunnel to an https host
 */
public record ProxyServer(
        String host, int port, @Nullable ProxyLogin login, List<String> direct, String origin, boolean basicTunnels) {

    public ProxyServer {
        direct = List.copyOf(direct);
    }

    /** Return whether the target is reached through this. */
    boolean isFor(URI target) {
        String name = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        return !Loopback.is(target) && direct.stream().noneMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        String[] parts = pattern.strip().toLowerCase(Locale.ROOT).split("\\*", -1);
        int position = 0;
        for (int i = 0; i < parts.length; i++) {
            int found = i == parts.length - 1 && parts.length > 1
                    ? Math.max(name.lastIndexOf(parts[i]), position)
                    : name.indexOf(parts[i], position);
            boolean anchored = i == 0 ? found == 0 : found >= position;
            if (!anchored || !name.startsWith(parts[i], found)) {
                return false;
            }
            position = found + parts[i].length();
        }
        return position == name.length() || parts[parts.length - 1].isEmpty();
    }

    /** Return host and port. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
