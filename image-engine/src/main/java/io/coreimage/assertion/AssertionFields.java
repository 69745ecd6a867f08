package io.coreimage.assertion;

import io.coreimage.bytes.Digest;
import io.coreimage.key.KeyId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What every assertion says about itself, whatever its type.
 * @param format the number of the type's format
 * @param revision the number of the revision
 * @param primaryKey the values of the primary key
 * @param signKey the key that signed, or {@code null}
 */
record AssertionFields(
        long format,
        long revision,
        List<String> primaryKey,
        @Nullable KeyId signKey) {

    static KeyId signKey(HeaderReader headers) {
        Digest digest = headers.digest("D20", "sign-key-sha3-384");
        return new KeyId(digest.base64Url());
    }

    static AssertionType type(HeaderReader headers) {
        String name = headers.nonEmpty("D21", "type");
        return AssertionType.named(name)
                .orElseThrow(() -> headers.violation("D22", "type", AssertionType.unknown(name)));
    }

    static void checkAuthority(AssertionType type, HeaderReader headers) {
        if (type.hasAuthority()) {
            headers.nonEmpty("D24", "authority-id");
        } else {
            headers.forbid("D25", "authority-id", "must not be there: a " + type + " has no authority");
        }
    }

    static long format(HeaderReader headers) {
        return natural("D26", "format", headers);
    }

    static long revision(HeaderReader headers) {
        return natural("D29", "revision", headers);
    }

    private static long natural(String rule, String name, HeaderReader headers) {
        String value = headers.optional(rule, name);
        if (value == null) {
            return 0;
        }
        OptionalLong number = Numbers.signed(value);
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw headers.violation(rule, name, "must be a whole number from 0 on, not " + Quote.of(value));
        }
        return number.getAsLong();
    }

    static List<String> primaryKey(AssertionType type, HeaderReader headers) {
        List<String> key = new ArrayList<>();
        for (KeyHeader header : type.primaryKey()) {
            String fallback = headers.has(header.name()) ? null : header.fallback();
            String value = fallback == null ? headers.nonEmpty("D27", header.name()) : fallback;
            if (value.indexOf('/') >= 0) {
                throw headers.violation("D28", header.name(), "must not contain \"/\": " + Quote.of(value));
            }
            key.add(value);
        }
        return List.copyOf(key);
    }

    /** Return the headers with the values of the primary key that the text leaves out. */
    static HeaderMap withDefaults(AssertionType type, HeaderMap headers) {
        HeaderMap complete = headers;
        for (KeyHeader header : type.primaryKey()) {
            if (header.fallback() != null && !headers.has(header.name())) {
                complete = complete.with(header.name(), new HeaderText(header.fallback()));
            }
        }
        return complete;
    }
}
