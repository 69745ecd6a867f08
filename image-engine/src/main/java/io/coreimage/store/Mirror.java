package io.coreimage.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where files may lie nearer than the store: a Maven repository, as the plugin sees it. Nothing in it is believed; a file
 * with other bytes than the wanted ones is passed over.
 */
@FunctionalInterface
public interface Mirror {

    /** Return a file that may be the wanted one. */
    Optional<Path> find(Download file);
}
