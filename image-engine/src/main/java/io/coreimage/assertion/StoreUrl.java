package io.coreimage.assertion;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a store: http or https, a host, neither query nor fragment. The path may have characters that stricter
 * readers want to be escaped.
 */
final class StoreUrl {

    private static final Pattern FORM =
            Pattern.compile("(?i)(https?):/(/[^/?#]*+)([^?#\\p{Cntrl}]*+)(\\?[^#]*+)?(#.*+)?", Pattern.DOTALL);

    private static final Pattern HOST =
            Pattern.compile("/(?:[^@\\[\\]]*@)?(?:\\[[^\\]%]+\\]|[^:%@\\[\\]]*)(?::[0-9]*)?");

    private StoreUrl() {}

    static Optional<URI> read(String rule, HeaderReader headers) {
        String text = headers.optionalNonEmpty(rule, "url");
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        check(
                rule,
                headers,
                matcher.matches(),
                "is no address that starts with http:// or https://: " + Quote.of(text));
        String host = matcher.group(2);
        check(rule, headers, host.length() > 1 && HOST.matcher(host).matches(), "names no host: " + Quote.of(text));
        check(rule, headers, isEmpty(matcher.group(4)), "must not have a query");
        check(rule, headers, isEmpty(matcher.group(5)), "must not have a fragment");
        try {
            return Optional.of(new URI(matcher.group(1) + ":/" + host + escaped(matcher.group(3))));
        } catch (URISyntaxException ex) {
            throw headers.violation(rule, "url", "is no address: " + Quote.of(text));
        }
    }

    /** A mark with nothing behind it counts as nothing. */
    private static boolean isEmpty(String part) {
        return part == null || part.length() == 1;
    }

    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > ' ' && "\"<>\\^`{|}\u007f".indexOf(each) < 0;
            escaped.append(plain ? String.valueOf((char) each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return escaped.toString();
    }

    private static void check(String rule, HeaderReader headers, boolean holds, String reason) {
        if (!holds) {
            throw headers.violation(rule, "url", reason);
        }
    }
}
