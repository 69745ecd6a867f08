package io.coreimage.model;

import io.coreimage.assertion.HeaderMap;
import java.time.Instant;
import java.util.List;

/**
 * A model that is ready to be signed.
 * @param headers what is signed
 * @param timestamp what its timestamp header says
 * @param signedAt when it counts as signed: the build's time, else the timestamp
 * @param warnings what its author should look at
 */
public record ModelDraft(HeaderMap headers, Instant timestamp, Instant signedAt, List<String> warnings) {

    public ModelDraft {
        warnings = List.copyOf(warnings);
    }
}
