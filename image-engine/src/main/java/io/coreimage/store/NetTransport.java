package io.coreimage.store;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The JDK's own clients: the newer one, with HTTP/2, for questions by https; the older one for files and plain http. */
public final class NetTransport implements Transport {

    private static final int PROXY_LOGIN = 407;

    private final NetSettings settings;
    private final HostNames names = new HostNames(InetAddress::getByName);
    private @Nullable SSLContext trust;
    private @Nullable SSLSocketFactory sockets;
    private @Nullable HttpClient client;

    private NetTransport(NetSettings settings) {
        this.settings = settings;
    }

    /** Return a transport with the given settings. */
    public static Transport of(NetSettings settings) {
        return new NetTransport(settings);
    }

    /** To read whom to trust takes a while, so that this is left for the first host that has to prove who it is. */
    private synchronized HttpClient client() {
        client = client == null ? newClient() : client;
        return client;
    }

    private static boolean isSecure(URI target) {
        return "https".equals(target.getScheme());
    }

    private HttpClient newClient() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER);
        ProxyServer proxy = settings.proxy();
        builder.proxy(new Route(proxy));
        if (proxy != null && proxy.login() != null) {
            builder.authenticator(new Doorman(proxy.login()));
        }
        SSLContext authorities = trust();
        if (authorities != null) {
            builder.sslContext(authorities);
        }
        return builder.build();
    }

    @Override
    public Reply fetch(Call call) throws IOException {
        prepare(call.uri());
        ProxyServer proxy = settings.proxy();
        Doorman doorman = new Doorman(proxy == null ? null : proxy.login());
        return fromBeyondTheProxy(new Fetcher(settings.connectTimeout(), doorman)
                .fetch(call, new Route(proxy).select(call.uri()).get(0), isSecure(call.uri()) ? sockets() : null));
    }

    /** Always the same one, as connections are only kept for who comes with the same. */
    private synchronized @Nullable SSLSocketFactory sockets() {
        SSLContext authorities = trust();
        if (sockets == null && authorities != null) {
            sockets = authorities.getSocketFactory();
        }
        return sockets;
    }

    private synchronized @Nullable SSLContext trust() {
        if (trust == null && settings.trust() != null) {
            trust = settings.trust().get();
        }
        return trust;
    }

    private void prepare(URI target) throws IOException {
        checkTunnel(target);
        if (!isProxied(target)) {
            names.find(target.getHost());
        }
    }

    @Override
    public Reply send(Call call) throws IOException {
        if (!isSecure(call.uri())) {
            return fetch(call);
        }
        prepare(call.uri());
        CompletableFuture<HttpResponse<BodyQueue>> answer = client().sendAsync(request(call), head -> new BodyQueue());
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
    private static Reply fromBeyondTheProxy(Reply reply) throws IOException {
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
                && isSecure(target)
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
        HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri())
                .version(HttpClient.Version.HTTP_2)
                .method(call.method(), body);
        call.headers().forEach(builder::header);
        return builder.build();
    }

    @Override
    public String proxyFor(URI target) {
        ProxyServer proxy = settings.proxy();
        return proxy != null && isProxied(target) ? proxy + " (" + proxy.origin() + ")" : "";
    }

    private boolean isProxied(URI target) {
        ProxyServer proxy = settings.proxy();
        return proxy != null && proxy.isFor(target);
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

        private final @Nullable ProxyLogin login;

        Doorman(@Nullable ProxyLogin login) {
            this.login = login;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return login != null && getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(login.user(), login.password().toCharArray())
                    : null;
        }
    }
}
