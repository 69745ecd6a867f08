package io.coreimage.store;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The JDK's own client. */
public final class NetTransport implements Transport {

    private static final int PROXY_LOGIN = 407;

    private final NetSettings settings;
    private final HttpClient client;

    private NetTransport(NetSettings settings) {
        this.settings = settings;
        this.client = client(settings);
    }

    /** Return a transport with the given settings. */
    public static Transport of(NetSettings settings) {
        return new NetTransport(settings);
    }

    private static HttpClient client(NetSettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER);
        ProxyServer proxy = settings.proxy();
        builder.proxy(new Route(proxy));
        if (proxy != null && proxy.login() != null) {
            builder.authenticator(new Doorman(proxy.login()));
        }
        if (settings.trust() != null) {
            builder.sslContext(settings.trust());
        }
        return builder.build();
    }

    @Override
    public Reply send(Call call) throws IOException {
        checkTunnel(call.uri());
        CompletableFuture<HttpResponse<BodyQueue>> answer = client.sendAsync(request(call), head -> new BodyQueue());
        try {
            return fromBeyondTheProxy(new NetReply(answer.get(call.patience().toMillis(), TimeUnit.MILLISECONDS)));
        } catch (TimeoutException ex) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + call.patience().toSeconds() + " s");
        } catch (InterruptedException ex) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FaultException("cannot wait for " + call.uri().getHost() + ": interrupted", ex);
        } catch (ExecutionException ex) {
            throw BodyQueue.unwrap(ex);
        }
    }

    /** Without a tunnel a proxy that does not know us answers in the host's place. */
    private static Reply fromBeyondTheProxy(NetReply reply) throws IOException {
        if (reply.status() == PROXY_LOGIN) {
            reply.close();
            throw new IOException(Trouble.TUNNEL_FAILED + ", got: " + PROXY_LOGIN);
        }
        return reply;
    }

    /** A password for a tunnel is not sent by a Java that was not told to, and the proxy's answer would not say why. */
    private void checkTunnel(URI target) {
        ProxyServer proxy = settings.proxy();
        if (proxy != null
                && proxy.login() != null
                && !proxy.basicTunnels()
                && "https".equals(target.getScheme())
                && proxy.isFor(target)) {
            throw new RefusedException(
                    "cannot reach https://" + target.getHost() + " through the proxy " + proxy + " (" + proxy.origin()
                            + "): Java sends no password through a tunnel unless it is started with an option",
                    "Add -Djdk.http.auth.tunneling.disabledSchemes= (with nothing after the =) to MAVEN_OPTS or to "
                            + ".mvn/jvm.config.");
        }
    }

    private static HttpRequest request(Call call) {
        HttpRequest.BodyPublisher body = call.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(call.body());
        // Over plain http HTTP/2 would have to be negotiated first, for nothing.
        boolean secure = "https".equals(call.uri().getScheme());
        HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri())
                .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .method(call.method(), body);
        call.headers().forEach(builder::header);
        return builder.build();
    }

    @Override
    public String proxyFor(URI target) {
        ProxyServer proxy = settings.proxy();
        return proxy != null && proxy.isFor(target) ? proxy + " (" + proxy.origin() + ")" : "";
    }

    /** Says which way to a host. */
    private static final class Route extends ProxySelector {

        private final @Nullable ProxyServer server;

        Route(@Nullable ProxyServer server) {
            this.server = server;
        }

        @Override
        public List<Proxy> select(URI target) {
            return server != null && server.isFor(target)
                    ? List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(server.host(), server.port())))
                    : List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI target, SocketAddress address, IOException problem) {
            // The request fails too, and says it.
        }
    }

    /** Knows the password of the proxy, and of nothing else. */
    private static final class Doorman extends Authenticator {

        private final ProxyLogin login;

        Doorman(ProxyLogin login) {
            this.login = login;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(login.user(), login.password().toCharArray())
                    : null;
        }
    }
}
