package io.coreimage.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, in words.
 * @param reason the reason
 * @param nextStep what to do about it
 * @param passes whether it may be gone at the next attempt
 * @param retryAfter how long the server asked to wait
 * @param cause what said so
 */
record Trouble(String reason, @Nullable String nextStep, boolean passes, Duration retryAfter, IOException cause) {

    /** How Java begins to say that a proxy did not like our password, several times. */
    private static final String TOO_MANY_LOGINS = "too many authentication attempts";

    /** How Java begins to say that a proxy did not let us through. */
    static final String TUNNEL_FAILED = "Tunnel failed";

    private static final String CHECK_NETWORK =
            "Check the network, the store's address and, if there is one, the proxy in Maven's settings.xml.";

    private static Trouble passing(String reason, IOException cause) {
        return new Trouble(reason, CHECK_NETWORK, true, Duration.ZERO, cause);
    }

    private static Trouble lasting(String reason, @Nullable String nextStep, IOException cause) {
        return new Trouble(reason, nextStep, false, Duration.ZERO, cause);
    }

    static Trouble of(IOException ex) {
        if (ex instanceof BadStatusException bad) {
            return ofStatus(bad);
        }
        if (ex instanceof HostNames.NoAnswerAboutHostException) {
            return passing("no name server says where that host is", ex);
        }
        if (find(ex, UnresolvedAddressException.class).isPresent()
                || find(ex, UnknownHostException.class).isPresent()) {
            return lasting("there is no host of that name", CHECK_NETWORK, ex);
        }
        Optional<SSLException> tls = find(ex, SSLException.class);
        if (tls.isPresent()) {
            return ofTls(tls.get(), ex);
        }
        String message = String.valueOf(ex.getMessage());
        if (message.startsWith(TOO_MANY_LOGINS)) {
            return ofTunnel("407", ex);
        }
        if (message.startsWith(TUNNEL_FAILED)) {
            return ofTunnel(message, ex);
        }
        return passing(words(ex, message), ex);
    }

    private static String words(IOException ex, String message) {
        if (ex instanceof CutException) {
            return message;
        }
        if (find(ex, HttpConnectTimeoutException.class).isPresent()) {
            return "no connection in time";
        }
        if (find(ex, HttpTimeoutException.class).isPresent()) {
            return message;
        }
        if (find(ex, NoRouteToHostException.class).isPresent() || isUnreachable(ex)) {
            return "this machine has no way to that host";
        }
        if (find(ex, ConnectException.class).isPresent()) {
            return "the connection was refused";
        }
        return "the connection broke before the whole answer was here";
    }

    private static boolean isUnreachable(IOException ex) {
        return find(ex, ConnectException.class)
                .filter(each -> String.valueOf(each.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .contains("unreachable"))
                .isPresent();
    }

    private static Trouble ofStatus(BadStatusException bad) {
        Answer answer = bad.answer();
        String oops = answer.header("X-Oops-Id").map(id -> " [" + id + "]").orElse("");
        return new Trouble(
                answer.status() == Answer.TOO_MANY
                        ? "it asks for fewer requests (429)"
                        : "it answers with status " + answer.status() + oops,
                answer.status() == Answer.TOO_MANY
                        ? "Wait a while and run the build again; what is in the cache is not fetched twice."
                        : "The store is not available just now; https://status.snapcraft.io says more. What was fetched "
                                + "is kept, run the build again later.",
                true,
                answer.retryAfter(),
                bad);
    }

    private static Trouble ofTls(SSLException tls, IOException ex) {
        if (find(tls, CertificateExpiredException.class).isPresent()
                || find(tls, CertificateNotYetValidException.class).isPresent()) {
            return lasting(
                    "its certificate is not valid at this machine's time",
                    "Set this machine's clock; if the clock is right, whoever runs that host has to renew its certificate.",
                    ex);
        }
        String message = String.valueOf(tls.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("pkix") || message.contains("unable to find valid certification path")) {
            return lasting(
                    "nobody whom this Java trusts vouches for its certificate",
                    "If a proxy or an own store has a private authority, name its certificate with SSL_CERT_FILE or put it "
                            + "into Java's trust store.",
                    ex);
        }
        if (message.contains("no subject alternative") || message.contains("no name matching")) {
            return lasting("its certificate is for another host", CHECK_NETWORK, ex);
        }
        if (message.contains("terminated") || message.contains("reset") || message.contains("closed")) {
            return passing("the connection broke while it was being secured", ex);
        }
        return lasting("no secure connection: " + tls.getMessage(), CHECK_NETWORK, ex);
    }

    private static Trouble ofTunnel(String message, IOException ex) {
        String status = message.replaceAll("[^0-9]", "");
        return lasting(
                status.equals("407")
                        ? "the proxy wants another user or password (407)"
                        : "the proxy refuses the connection (" + status + ")",
                "Check the proxy in Maven's settings.xml, or ask whoever runs it to let the store's hosts through.",
                ex);
    }

    private static <T extends Throwable> Optional<T> find(Throwable start, Class<T> type) {
        for (Throwable each = start; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}
