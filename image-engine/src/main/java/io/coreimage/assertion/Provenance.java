package io.coreimage.assertion;

/** Where the revision of a snap came from. */
public final class Provenance {

    /** What was uploaded to the store itself; only a trusted authority may vouch for it. */
    public static final String DEFAULT = "global-upload";

    private Provenance() {}

    static String read(String rule, HeaderReader headers) {
        return headers.matching(rule, "provenance", Names::isMixedName, "provenance");
    }
}
