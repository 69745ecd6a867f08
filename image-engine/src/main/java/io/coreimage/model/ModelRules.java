package io.coreimage.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the build has to say about a model that it reads.
 * @param lenient whether a header that nobody knows, or one given twice, is worth a warning only
 * @param buildTime the build's timestamp, if it has one
 * @param properties the properties that the model may name
 */
public record ModelRules(boolean lenient, Optional<Instant> buildTime, Map<String, String> properties) {

    public ModelRules {
        properties = Map.copyOf(properties);
    }

    /** Return the rules of a build that says nothing. */
    public static ModelRules strict() {
        return new ModelRules(false, Optional.empty(), Map.of());
    }
}
