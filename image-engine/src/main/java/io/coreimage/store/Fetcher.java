package io.coreimage.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Fetches with the older of the JDK's clients. It reads in the thread that wants the bytes, in large pieces, and gives every
 * file a connection of its own: half the work of passing small buffers from thread to thread, and encryption is undone on
 * as many cores as there are files. It also needs a fifth of a second less to be loaded.
 */
final class Fetcher {

    private static final Pattern REFUSED_TUNNEL = Pattern.compile("Unable to tunnel through proxy.* ([0-9]{3}) ?.*");

    private final Duration connectTimeout;
    private final Authenticator doorman;

    Fetcher(Duration connectTimeout, Authenticator doorman) {
        this.connectTimeout = connectTimeout;
        this.doorman = doorman;
    }

    /**
     * Send a request and wait for the head of its answer.
     * @param call the request
     * @param proxy the way to its host
     * @param trust decides whom to believe who it is; {@code null} for whom Java believes
     */
    Reply fetch(Call call, Proxy proxy, @Nullable SSLSocketFactory trust) throws IOException {
        HttpURLConnection connection = open(call, proxy);
        if (trust != null && connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(trust);
        }
        try {
            send(call, connection);
            int status = connection.getResponseCode();
            InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getInputStream()
                    : connection.getErrorStream();
            return new FetchReply(connection, status, body == null ? InputStream.nullInputStream() : body);
        } catch (IOException ex) {
            connection.disconnect();
            throw inOneLanguage(ex, call);
        }
    }

    private static void send(Call call, HttpURLConnection connection) throws IOException {
        connection.setRequestMethod(call.method());
        if (call.body() != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(call.body().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private HttpURLConnection open(Call call, Proxy proxy) throws IOException {
        URI target = call.uri();
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection(proxy);
        connection.setAuthenticator(doorman);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(millis(connectTimeout));
        connection.setReadTimeout(millis(call.patience()));
        // Otherwise it would ask for pictures.
        connection.setRequestProperty("Accept", "");
        call.headers().forEach(connection::setRequestProperty);
        return connection;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /** Return the problem as the newer client would put it. */
    private static IOException inOneLanguage(IOException ex, Call call) {
        if (ex instanceof SocketTimeoutException) {
            String message = String.valueOf(ex.getMessage());
            return message.toLowerCase(java.util.Locale.ROOT).startsWith("connect")
                    ? new HttpConnectTimeoutException(message)
                    : new HttpTimeoutException(
                            "no answer within " + call.patience().toSeconds() + " s");
        }
        Matcher tunnel = REFUSED_TUNNEL.matcher(String.valueOf(ex.getMessage()));
        if (tunnel.matches()) {
            return new IOException(Trouble.TUNNEL_FAILED + ", got: " + tunnel.group(1), ex);
        }
        // It follows no redirects, so that it can only have gone in circles with a password.
        return ex instanceof ProtocolException
                        && String.valueOf(ex.getMessage()).contains("redirected too many")
                ? new IOException(Trouble.TUNNEL_FAILED + ", got: 407", ex)
                : ex;
    }
}
