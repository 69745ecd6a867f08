package io.coreimage.assertion;

import io.coreimage.key.PublicKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Canonical's root key, as numbers: the id of the key is the digest of these, so that they cannot be wrong. */
final class ProductionRoot {

    private static final String RESOURCE = "production-root.txt";

    private ProductionRoot() {}

    static TrustedRoots read() {
        Map<String, String> values = values();
        PublicKey key =
                PublicKey.of(new BigInteger(value(values, "modulus"), 16), new BigInteger(value(values, "exponent")));
        if (!key.id().text().equals(value(values, "key-id"))) {
            throw new IllegalStateException(RESOURCE + " is damaged");
        }
        String account = value(values, "account-id");
        KeyValidity validity = new KeyValidity(Instant.parse(value(values, "since")), null);
        Signatory root = new Signatory(account, value(values, "name"), key, validity, List.of());
        return TrustedRoots.of(List.of(account), List.of(root));
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (String line : text().split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                values.merge(line.substring(0, colon), line.substring(colon + 2), String::concat);
            }
        }
        return values;
    }

    private static String text() {
        try (InputStream in = ProductionRoot.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
