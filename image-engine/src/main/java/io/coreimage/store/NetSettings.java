package io.coreimage.store;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How to get into the network.
 * @param proxy the proxy for everything but this machine itself; {@code null} for none
 * @param trust whom to believe that a host is what it says; {@code null} for whom Java believes
 * @param connectTimeout how long to wait for a connection
 */
public record NetSettings(
        @Nullable ProxyServer proxy, @Nullable SSLContext trust, Duration connectTimeout) {

    /** No proxy, and the certificates that Java trusts. */
    public static final NetSettings DIRECT = new NetSettings(null, null, Duration.ofSeconds(30));

    /** Return the same with a proxy. */
    public NetSettings through(ProxyServer server) {
        return new NetSettings(server, trust, connectTimeout);
    }

    /** Return the same with other certificates. */
    public NetSettings trusting(SSLContext context) {
        return new NetSettings(proxy, context, connectTimeout);
    }
}
