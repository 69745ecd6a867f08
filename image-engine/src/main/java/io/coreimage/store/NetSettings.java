package io.coreimage.store;

import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How to get into the network.
 * @param proxy the proxy for everything but this machine itself; {@code null} for none
 * @param trust says whom to believe that a host is what it says, once the first host is asked that has to prove it; {@code
 *     null} for whom Java believes
 * @param connectTimeout how long to wait for a connection
 */
public record NetSettings(
        @Nullable ProxyServer proxy, @Nullable Supplier<SSLContext> trust, Duration connectTimeout) {

    /** No proxy, and the certificates that Java trusts. */
    public static final NetSettings DIRECT = new NetSettings(null, null, Duration.ofSeconds(30));

    /** Return the same with a proxy. */
    public NetSettings through(ProxyServer server) {
        return new NetSettings(server, trust, connectTimeout);
    }

    /** Return the same with other certificates. */
    public NetSettings trusting(Supplier<SSLContext> context) {
        return new NetSettings(proxy, context, connectTimeout);
    }
}
