package io.coreimage;

import java.nio.file.Path;
import java.util.List;

/**
 * A lock that was written.
 * @param file where it is
 * @param delta what changed, a line for each snap, validation set and assertion; none if nothing did
 */
public record LockResult(Path file, List<String> delta) {

    public LockResult {
        delta = List.copyOf(delta);
    }
}
