package io.coreimage.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which headers there are: those of models with their shapes, and those that other assertions have. */
final class ModelSchema {

    private static final Shape TEXT = new Shape.Text();

    private static final Shape TEXTS = new Shape.ListOf(TEXT);

    /** A text, such as {@code *}, or a list of texts. */
    private static final Shape TEXT_OR_TEXTS = new Shape.Either(TEXTS);

    /** What headers are that belong to other assertions, or to none. */
    static final Shape ANYTHING = new Shape.Anything();

    private static final Shape COMPONENT = new Shape.Either(new Shape.Fields(Map.of("presence", TEXT, "modes", TEXTS)));

    private static final Shape SNAP = new Shape.Fields(Map.ofEntries(
            Map.entry("name", TEXT),
            Map.entry("id", TEXT),
            Map.entry("type", TEXT),
            Map.entry("default-channel", TEXT),
            Map.entry("presence", TEXT),
            Map.entry("modes", TEXTS),
            Map.entry("classic", TEXT),
            Map.entry("components", new Shape.MapOf(COMPONENT))));

    private static final Shape VALIDATION_SET =
            new Shape.Fields(Map.of("account-id", TEXT, "name", TEXT, "sequence", TEXT, "mode", TEXT));

    /** Headers of models that are texts, the last line those of the very first models. */
    private static final String TEXT_NAMES = """
            type format revision authority-id series brand-id model architecture base classic distribution
            display-name gadget grade kernel storage-safety store timestamp body body-length sign-key-sha3-384
            core os class
            """;

    /** Headers of all other assertions, none of them a model's. */
    private static final String OTHER_NAMES = """
            account-id account-key-sha3-384 alias aliases approved-snap-id approved-snap-revision architectures
            artifact-sha3-384 assumes auto-aliases bases body-type cluster-id constraints data-block-size developer-id
            developers device device-id device-key device-key-sha3-384 device-sha3-384 devices disabled email
            force-password-change friendly-stores groups hardware-id-key hardware-id-key-sha3-384 hash-algorithm
            hash-block-size integrity issuer-id keys location message-id message-kind models modes name nonce
            operator-id password plugs presence provenance public-key-sha3-384 publisher-id refresh-control repair-id
            request-id resource-name resource-revision resource-sha3-384 resource-size revision-authority revoked
            sequence serial serials since slots snap-id snap-name snap-revision snap-sha3-384 snap-size ssh-keys status
            subclusters summary system-label target until url user-presence username valid-since valid-until validation
            views
            """;

    /** Every header at the top, with its shape. */
    static final Shape.Fields HEADERS = new Shape.Fields(headers());

    private ModelSchema() {}

    private static Map<String, Shape> headers() {
        Map<String, Shape> headers = new LinkedHashMap<>();
        words(OTHER_NAMES, headers, ANYTHING);
        words(TEXT_NAMES, headers, TEXT);
        headers.put("required-snaps", TEXTS);
        headers.put("allowed-modes", ANYTHING);
        headers.put("serial-authority", TEXTS);
        headers.put("preseed-authority", TEXTS);
        headers.put("system-user-authority", TEXT_OR_TEXTS);
        headers.put("snaps", new Shape.ListOf(SNAP));
        headers.put("validation-sets", new Shape.ListOf(VALIDATION_SET));
        return Collections.unmodifiableMap(headers);
    }

    private static void words(String names, Map<String, Shape> headers, Shape shape) {
        for (String name : names.strip().split("\\s+")) {
            headers.put(name, shape);
        }
    }
}
