package io.coreimage.store;

import io.coreimage.problem.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of stores: which are allowed, and how to show one without what may be secret in it. */
final class Addresses {

    private static final String EXAMPLE = "Write an address such as https://store.example.com.";

    private Addresses() {}

    /** Return the address that a user wrote, checked. */
    static URI parse(String text, boolean allowPlainHttp) {
        try {
            return check(new URI(text), text, allowPlainHttp);
        } catch (URISyntaxException ex) {
            throw refused(text, "not an address", EXAMPLE);
        }
    }

    private static URI check(URI uri, String text, boolean allowPlainHttp) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(text, "neither http nor https", EXAMPLE);
        }
        if (uri.getHost() == null) {
            throw refused(text, "no host in it", EXAMPLE);
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(
                    brief(uri), "a user name in the address", "Name the host in a <server> of settings.xml instead.");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused(text, "something after the path", "Leave out everything from the ? or # on.");
        }
        requireSafe(uri, allowPlainHttp);
        return uri;
    }

    /** Refuse an address where everybody on the way can listen in, unless that was allowed. */
    static void requireSafe(URI uri, boolean allowPlainHttp) {
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !Loopback.is(uri) && !allowPlainHttp) {
            throw refused(
                    brief(uri),
                    "plain http, so that anybody on the way can listen and answer",
                    "Use https, or allow it with -Dcore-image.allowPlainHttp if the network is yours.");
        }
    }

    private static RefusedException refused(String text, String reason, @Nullable String nextStep) {
        return new RefusedException("cannot use store address \"" + text + "\": " + reason, nextStep);
    }

    /** Return the address of an endpoint. */
    static URI join(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
    }

    /** Return an address without its user and its query, where tokens are. */
    static String brief(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }

    /** Return whether both are the same host by the same door. */
    static boolean isSamePlace(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
