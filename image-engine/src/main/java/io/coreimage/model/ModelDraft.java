package io.coreimage.model;

import io.coreimage.assertion.HeaderMap;
import java.time.Instant;
import java.util.List;

/**
 * A model that is ready to be signed.
 * @param headers what is signed
 * @param time the build's timestamp, else the model's: when it counts as signed
 * @param warnings what its author should look at
 */
public record ModelDraft(HeaderMap headers, Instant time, List<String> warnings) {

    public ModelDraft {
        warnings = List.copyOf(warnings);
    }
}
