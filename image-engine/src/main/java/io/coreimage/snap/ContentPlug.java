package io.coreimage.snap;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a snap takes in files that another snap offers.
 * @param name the plug's name
 * @param content the tag of what it takes; none where a compatibility label stands instead
 * @param defaultProvider the snap that would offer it, as it was written
 */
public record ContentPlug(
        String name, @Nullable String content, @Nullable String defaultProvider) {

    /** Return the name of the snap that would offer it, without the slot that old snaps write behind a colon. */
    public Optional<String> provider() {
        return defaultProvider == null || defaultProvider.isEmpty()
                ? Optional.empty()
                : Optional.of(defaultProvider.split(":", 2)[0]);
    }
}
