package io.coreimage.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where files may lie nearer than the store: a Maven repository, as the plugin sees it. Nothing in it is believed; a file
 * with other bytes than the wanted ones is passed over.
 */
public interface Mirror {

    /** No mirror. */
    Mirror NONE = file -> Optional.empty();

    /** Return a file that may be the wanted one. */
    Optional<Path> find(Download file);

    /** Hear that the file in the mirror is another one than the store signed. */
    default void passedOver(Download file, String reason) {}

    /**
     * Hear that a file came from the store, so that the next one need not fetch it there.
     * @param file the file
     * @param place where its bytes are now
     */
    default void cameFromStore(Download file, Path place) {}
}
