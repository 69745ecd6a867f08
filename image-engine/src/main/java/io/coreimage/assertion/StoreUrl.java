package io.coreimage.assertion;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address of a store: http or https, a host, neither query nor fragment. */
final class StoreUrl {

    private StoreUrl() {}

    static Optional<URI> read(String rule, HeaderReader headers) {
        String text = headers.optionalNonEmpty(rule, "url");
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            check(rule, headers, isWeb(url.getScheme()), "must start with http:// or https://");
            check(rule, headers, url.getRawAuthority() != null, "names no host");
            check(rule, headers, url.getRawQuery() == null, "must not have a query");
            check(rule, headers, url.getRawFragment() == null, "must not have a fragment");
            return Optional.of(url);
        } catch (URISyntaxException ex) {
            throw headers.violation(rule, "url", "is no address: " + Quote.of(text));
        }
    }

    private static boolean isWeb(String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    private static void check(String rule, HeaderReader headers, boolean holds, String reason) {
        if (!holds) {
            throw headers.violation(rule, "url", reason);
        }
    }
}
