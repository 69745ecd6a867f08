package io.coreimage;

import io.coreimage.assertion.Model;
import io.coreimage.cache.Cache;
import io.coreimage.resolve.KeptChoice;
import io.coreimage.resolve.Trust;
import io.coreimage.resolve.Wishes;
import io.coreimage.store.Mirror;
import io.coreimage.store.SnapStore;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Snaps to be chosen and fetched.
 * @param model the model
 * @param wishes what the user says besides
 * @param snapsFolder where files stand in for snaps of the store; it does not have to be there
 * @param store opens the store, once
 * @param mirror where files of the store may lie nearer
 * @param cache where files are kept; whoever asks closes it, when nobody reads the files any more
 * @param trust what everything is verified against
 * @param lock the lock to obey
 */
public record FetchRequest(
        Model model,
        Wishes wishes,
        Path snapsFolder,
        Supplier<SnapStore> store,
        Mirror mirror,
        Cache cache,
        Trust trust,
        LockUse lock) {

    /**
     * Which lock is obeyed.
     * @param file the lock that a person commits
     * @param used where the lock goes that this build used
     * @param required whether a build without a committed lock is refused
     * @param bundled the lock of the bundle that is the only source, which counts where no lock was committed
     * @param again whether this build has chosen before, so that the lock it used counts
     */
    public record LockUse(
            Path file,
            Path used,
            boolean required,
            @Nullable KeptChoice bundled,
            boolean again) {}
}
