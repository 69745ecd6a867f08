package io.coreimage.key;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GnuPG's list of secret keys with colons: a {@code sec} line, then the {@code fpr} and {@code uid} lines of that key.
 * Keys that are not RSA are left out; a key's name is its last user id, as snapd has it.
 */
final class GnupgListing {

    private static final int ALGORITHM = 3;

    private static final int VALUE = 9;

    private static final String RSA = "1";

    private final Map<String, String> fingerprints = new LinkedHashMap<>();
    private boolean inside;
    private @Nullable String fingerprint;
    private @Nullable String name;

    void line(String line) {
        String[] fields = line.split(":", -1);
        switch (fields[0]) {
            case "sec" -> start(fields);
            case "ssb", "sub" -> inside = false;
            case "fpr" -> fingerprint = inside && fingerprint == null ? fields[VALUE] : fingerprint;
            case "uid" -> name = inside ? fields[VALUE] : name;
            default -> {}
        }
    }

    private void start(String[] fields) {
        finish();
        inside = fields[ALGORITHM].equals(RSA);
    }

    private void finish() {
        if (fingerprint != null && name != null) {
            fingerprints.put(name, fingerprint);
        }
        fingerprint = null;
        name = null;
    }

    /** Return the fingerprints by name; call it behind the last line. */
    Map<String, String> fingerprints() {
        finish();
        return fingerprints;
    }
}
