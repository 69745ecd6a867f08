package io.coreimage.maven.support;

import io.coreimage.key.KeyHomes;
import io.coreimage.key.KeyPlaces;
import io.coreimage.key.StoredKey;
import io.coreimage.problem.RefusedException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of this user as the parameters of a goal narrow them down. */
public final class KeyAccess implements AutoCloseable {

    private final KeyPlaces places;
    private final PassphraseSources passphrases;

    /**
     * Create an instance.
     * @param keyStore the place that the user wrote down, if any
     * @param keyFile the key file that the user named, if any
     */
    public KeyAccess(
            MavenWorld world, PassphraseSources passphrases, @Nullable String keyStore, @Nullable File keyFile) {
        this.passphrases = passphrases;
        this.places = places(homes(world, passphrases), keyStore, keyFile);
    }

    private static KeyHomes homes(MavenWorld world, PassphraseSources passphrases) {
        return new KeyHomes(
                world.folder(),
                world.configurationFolder().resolve("core-image").resolve("keys"),
                world.environment("SNAP_GNUPG_HOME")
                        .map(Path::of)
                        .orElseGet(() -> world.home().resolve(".snap").resolve("gnupg")),
                world.environment("SNAP_GNUPG_CMD").orElse("gpg"),
                world.environment("SNAPD_EXT_KEYMGR"),
                passphrases);
    }

    private static KeyPlaces places(KeyHomes homes, @Nullable String keyStore, @Nullable File keyFile) {
        if (keyStore != null && keyFile != null) {
            throw new RefusedException(
                    "cannot use both core-image.keyStore and core-image.keyFile: they name two places of one key",
                    "Leave one of them out.");
        }
        if (keyFile != null) {
            return homes.file(keyFile.toPath());
        }
        return keyStore == null ? homes.everywhere() : homes.named(keyStore);
    }

    /** Return the places where keys are looked for. */
    public KeyPlaces places() {
        return places;
    }

    /** Return where passphrases come from. */
    public PassphraseSources passphrases() {
        return passphrases;
    }

    /** Return the key with a name or an id; without one, the only key there is. */
    public StoredKey find(@Nullable String nameOrId) {
        return nameOrId == null ? only() : places.find(nameOrId);
    }

    private StoredKey only() {
        List<StoredKey> all = places.list();
        if (all.isEmpty()) {
            throw new RefusedException(
                    "cannot sign: there is no key yet",
                    "Make one with core-image:create-key -Dcore-image.keyName=<name>.");
        }
        if (all.stream().map(StoredKey::id).distinct().count() > 1) {
            String names = String.join(", ", all.stream().map(StoredKey::name).toList());
            throw new RefusedException(
                    "cannot choose a key: there are several (" + names + ")", "Say which with core-image.key=<name>.");
        }
        return all.get(0);
    }

    @Override
    public void close() {
        passphrases.close();
    }
}
