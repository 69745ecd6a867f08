package io.coreimage;

import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.TrustedRoots;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A model that is signed already and is used as it is.
 * @param file where it is
 * @param roots whom to trust
 * @param known assertions that may prove it
 * @param moment when its key must be valid; without one, at the model's own timestamp
 */
public record UseRequest(Path file, TrustedRoots roots, List<Assertion> known, Optional<Instant> moment) {

    public UseRequest {
        known = List.copyOf(known);
    }
}
