package io.coreimage.resolve;

import java.nio.file.Path;

/**
 * A snap or component that the user has as a file.
 * @param path where it is
 * @param origin where it comes from in the user's words: the path as it was written, or a Maven artifact's coordinates
 * @param floating whether a lock shall not keep its digest, as for what is built anew each time
 */
public record LocalFile(Path path, String origin, boolean floating) {}
